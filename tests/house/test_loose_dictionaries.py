"""What is handed from one function of ours to the next says what it holds.

`dict[str, Any]` says nothing: a key that is spelt wrong is found by whoever uses the
page. A TypedDict or a dataclass is found by mypy. So no function of ours takes one,
returns one or keeps one, but where another package hands it to us. The context of a
template and a document in JSON are `dict[str, object]`: they are handed on whole, and
mypy lets nobody read a value of theirs.
"""

import ast
from pathlib import Path
from typing import get_type_hints

from referrals.actions.offer_facts import OfferFacts, ServiceTold
from referrals.forms.offer_fields import FACTS
from referrals.models import Offer
from welcome.facts import Facts, Said
from welcome.forms.people import NewPerson, StartForm

HOUSE = Path(__file__).parents[2]
APPS = ("welcome", "referrals", "storybooks", "livingwell")
LOOSE = ("dict", "Dict", "Mapping", "MutableMapping", "defaultdict")
#: Where another package, or a file from elsewhere, hands it to us; and which.
EXCEPTIONS = {
    "livingwell/logs.py": "a method of the formatter of python-json-logger",
    "referrals/open_referral/said.py": "JSON of another directory: each value is asked",
    "welcome/access/key_rotation.py": "what allauth keeps of a second factor, as JSON",
    "welcome/forms/bound_fields.py": "a method of Django’s BoundField",
    "welcome/forms/dates.py": "methods of Django's MultiWidget",
    "welcome/forms/plain_fields.py": "what Django's fields take, and no more",
}
#: Packages whose functions take each argument by its name, and say its type.
STRICT = ("actions", "audit", "linking", "registries")


def files():
    for app in APPS:
        for path in sorted((HOUSE / app).rglob("*.py")):
            if "migrations" not in path.parts:
                yield str(path.relative_to(HOUSE)), ast.parse(path.read_text())


def loose_in(tree):
    """Each `dict[str, Any]`, or a mapping of the kind, outside Django’s `clean`."""
    cleaning = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.name == "clean"
        for part in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and id(node) not in cleaning:
            name = getattr(node.value, "id", getattr(node.value, "attr", ""))
            if name in LOOSE and ast.unparse(node.slice).strip("()") == "str, Any":
                yield node.lineno


def test_no_function_of_ours_hands_on_a_dictionary_of_anything():
    found = {path: lines for path, tree in files() if (lines := [*loose_in(tree)])}
    assert found.keys() == EXCEPTIONS.keys(), found


def test_no_action_takes_arguments_of_any_name_and_kind():
    loose = [
        (path, node.name)
        for path, tree in files()
        if any(f"/{package}/" in path for package in STRICT)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.args.kwarg
        if ast.unparse(node.args.kwarg.annotation) == "Any"
        if node.args.kwarg.arg != "_"  # given by Django, and read by nobody
        if not node.name.startswith("unsaved_")  # columns: the model refuses others
    ]
    assert loose == []


def test_the_search_would_find_one():
    source = """
Facts = dict[str, Any]
def one(said: Mapping[str, Any] | None) -> list[dict[str, Any]]: ...
def two(said: dict[str, object], facts: dict[str, int]) -> Facts: ...
class Form:
    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
"""
    assert sorted(loose_in(ast.parse(source))) == [2, 3, 3]


def test_what_a_form_hands_on_is_all_that_it_asks():
    """Where a form's own dictionary is only said to be one of a kind: `cast`."""
    assert get_type_hints(OfferFacts).keys() == set(FACTS)
    columns = {field.name for field in Offer._meta.get_fields()}
    assert get_type_hints(ServiceTold).keys() <= columns
    assert get_type_hints(Facts).keys() == get_type_hints(Said).keys()
    born = {"born_on", "born_year"}
    asked = {*StartForm.base_fields, "identifier"} - {"born"}
    assert get_type_hints(NewPerson).keys() == asked | born
