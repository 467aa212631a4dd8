"""Nobody sees their own record: every list of rows about people, tried with real rows.

Which lists there are is read from the models: a queryset's method that asks for a
`user`, on a model whose rows lead to a person. A new one is tried from its first day.
"""

import ast
import inspect
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from django.apps import apps
from django.db.models import ForeignKey, Model

from welcome import actions
from welcome.actions.story_map_changes import add_need
from welcome.models import ImportRow, Introduction, Person

from .. import factories as make
from .doors import CAST

ROOT = Path(__file__).parents[2]
ROOMS = ("welcome", "referrals", "storybooks")
RULE = "welcome/models/own_record.py"
_DEEP = 3
#: A contributor's own text is theirs to work on: it holds nothing of their record.
NO_RECORD = {"storybooks.Contributor", "storybooks.Narrative"}


def ways_to_a_person(model: type[Model], deep: int = _DEEP) -> Iterator[list[str]]:
    """The foreign keys to follow from a row until there is a person."""
    if model is Person:
        yield []
        return
    keys = [f for f in model._meta.get_fields() if isinstance(f, ForeignKey)]
    for key in keys if deep else []:
        for way in ways_to_a_person(key.related_model, deep - 1):
            yield [key.name, *way]


def lists() -> Iterator[tuple[type[Model], str]]:
    for room in ROOMS:
        for model in apps.get_app_config(room).get_models():
            is_about_people = next(ways_to_a_person(model), None) is not None
            if is_about_people and model._meta.label not in NO_RECORD:
                yield from ((model, name) for name in _for_a_user(model))


def _for_a_user(model: type[Model]) -> Iterator[str]:
    asked = type(model._default_manager.all())
    for name, method in inspect.getmembers(asked, inspect.isfunction):
        if "user" in inspect.signature(method).parameters and name != "without_own":
            yield name


LISTS = sorted(lists(), key=lambda one: (one[0]._meta.label, one[1]))


def people_of(row: Model) -> set[Person]:
    """Everybody whom this row is about, whichever way it leads to them."""
    found = set()
    for way in ways_to_a_person(type(row)):
        thing: Model | None = row
        for key in way:
            thing = thing and getattr(thing, key)
        if isinstance(thing, Person):
            found.add(thing)
    return found


@pytest.fixture
def rows(things, amina, priya, ruth, tomasz):
    """One row of each kind about somebody; the rest is in `things`."""
    newcomer = Person.objects.get(pk=things["pair"]["other"])
    actions.raise_in_huddle(amina, by=ruth, why="She rang twice")
    actions.say_not_the_same(amina, newcomer, by=priya)
    neighbour = make.make_person(team=tomasz.first_team)
    actions.ask_to_link(neighbour, amina, by=tomasz, path="/today/")
    ImportRow.objects.update(twin=newcomer)
    came = Introduction.objects.filter(meetings=things["meeting"]["pk"])
    came.update(person=newcomer)
    actions.redraw(amina, add_need("Sleep"), by=priya, was=0, change="need_added")
    actions.log_contact(
        amina, by=priya, once=uuid4(), kind="call", direction="in", outcome="spoke",
        minutes=None, words="All well.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("model", "name"), LISTS, ids=[f"{m._meta.label}.{name}" for m, name in LISTS]
)
def test_nobody_finds_rows_about_themselves(model, name, rows, request):
    tried = 0
    for who in CAST[1:]:
        user = request.getfixturevalue(who)
        for row in list(getattr(model.objects, name)(user)):
            # a record that is one with another never has an account: a constraint
            for person in [p for p in people_of(row) if p.linked_to_id is None]:
                tried += 1
                theirs = Person.objects.filter(account=user)
                theirs.update(account=None)
                Person.objects.filter(pk=person.pk).update(account=user)
                found = getattr(model.objects, name)(user).filter(pk=row.pk)
                assert not found.exists(), f"{user} sees {row!r} about themselves"
                theirs.update(account=None)
    assert tried, "no row to try: make one in `rows`, or in `things`"


def test_rows_about_nobody_known_yet_are_kept(things, priya, amina):
    """NULL is no match: an introduction without a person, a person without account."""
    Person.objects.filter(pk=amina.pk).update(account=priya)
    newcomer = Person.objects.get(pk=things["pair"]["other"])
    assert newcomer.account_id is None
    assert Person.objects.visible_to(priya).filter(pk=newcomer.pk).exists()
    unknown = Introduction.objects.get(pk=things["introduction"]["pk"])
    assert unknown.person_id is None
    assert Introduction.objects.visible_to(priya).filter(pk=unknown.pk).exists()


FILES = [
    path
    for room in ROOMS
    for path in sorted((ROOT / room).rglob("*.py"))
    if "migrations" not in path.parts and str(path.relative_to(ROOT)) != RULE
]


def compares_accounts(source: str) -> list[int]:
    """Lines that look for, or compare, the account of a person; not `is None`."""
    if "account" not in source:
        return []
    return [node.lineno for node in ast.walk(ast.parse(source)) if _compares(node)]


def _compares(node: ast.AST) -> bool:
    if isinstance(node, ast.Compare):
        if all(isinstance(op, ast.Is | ast.IsNot) for op in node.ops):
            return False
        sides = [node.left, *node.comparators]
        inside = [part for side in sides for part in ast.walk(side)]
        return any(isinstance(p, ast.Attribute) and _an_account(p.attr) for p in inside)
    if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in _ASKS:
        return any(_asks_for_one(keyword) for keyword in node.keywords)
    return False


_ASKS = {"filter", "exclude", "get", "Q", "get_object_or_404", "get_or_create"}


def _asks_for_one(keyword: ast.keyword) -> bool:
    is_none = isinstance(keyword.value, ast.Constant) and keyword.value.value is None
    return bool(keyword.arg) and not is_none and _an_account(str(keyword.arg))


def _an_account(name: str) -> bool:
    parts = name.split("__")
    return bool({"account", "account_id"} & set(parts))


def test_one_file_alone_asks_whose_account_it_is():
    for path in FILES:
        assert compares_accounts(path.read_text()) == [], path


@pytest.mark.parametrize(
    "line",
    [
        "rows.exclude(person__account_id=user.pk)",
        "rows.filter(~Q(account_id=user.pk))",
        "rows.exclude(account=user)",
        "rows.exclude(person__account__in=[user])",
        "person.account_id == user.pk",
        "user.pk in (kept.account_id, other.account_id)",
        "person.account.email == user.email",
    ],
)
def test_every_way_to_ask_is_found(line):
    assert compares_accounts(line)


@pytest.mark.parametrize(
    "line", ["person.account_id is None", "Q(account=None)", "pen.set(account_id=1)"]
)
def test_whether_there_is_an_account_may_be_asked(line):
    assert compares_accounts(line) == []
