"""The demo repeats no action: rows that an app makes are never made in demo/."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps

from tests.house.rows_made import rows_made

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "demo").rglob("*.py"))
#: What the demo makes itself, and why there is nothing to share.
ITS_OWN = {
    "Site": "set up before anybody comes, in the admin",
    "Team": "set up in the admin",
    "Organisation": "set up in the admin",
    "User": "set up in the admin",
    "Membership": "set up in the admin",
    "Offer": "made by `once.keep`, of the columns of a form",
    "Introduction": "made by `once.keep`, of the columns of a form",
    "Change": "made by `get_or_create`, of the columns of a form",
    "Equality": "made by `update_or_create`, of the columns of a form",
    "Identifier": "made by `update_or_create`, of the columns of a form",
    "Storybook": "few, so the demo saves each one",
    "Contributor": "few, so the demo saves each one",
    "Narrative": "few, so the demo saves each one",
    "Version": "few, so the demo saves each one",
    "Consent": "few, so the demo saves each one",
}


def models_with_a_builder():
    """Those that a function named `unsaved_…` of an app returns, one or a list."""
    sources = [
        source
        for app in ("welcome", "referrals")
        for file in (ROOT / app).rglob("*.py")
        if "def unsaved_" in (source := file.read_text())
    ]
    return {
        ast.unparse(node.returns).removeprefix("list[").removesuffix("]")
        for source in sources
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("unsaved_")
    }


def made_in_the_demo():
    """The models of which it makes rows; its own classes are no models."""
    sources = [file.read_text() for file in FILES]
    its_classes = set(re.findall(r"^class (\w+)", "\n".join(sources), re.MULTILINE))
    names = {model.__name__ for model in apps.get_models()} - its_classes
    return {name for name in names for source in sources if rows_made(source, name)}


def test_what_an_action_makes_the_demo_does_not_make_again():
    built = models_with_a_builder()
    assert {"Event", "Message", "Look", "Holding", "Referral", "Agreement"} <= built
    assert made_in_the_demo() & built == set()


def test_what_the_demo_makes_itself_is_listed_with_a_reason():
    assert made_in_the_demo() == set(ITS_OWN)


@pytest.mark.parametrize(
    "line",
    [
        "Event(what='person.held')",
        "models.Event(what='person.held')",
        "Event.objects.bulk_create([])",
        "from welcome.models import Event as Happened\nHappened(what='x')",
    ],
)
def test_a_row_that_is_made_is_found(line):
    assert rows_made(line, "Event")
