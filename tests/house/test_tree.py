"""The tree: a newcomer guesses from a name where something is."""

import ast
import re
from collections import defaultdict
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
APPS = ["livingwell", "welcome", "referrals", "storybooks", "demo"]
LAYERS = ["models", "actions", "forms", "views"]
#: Two words that differ only by one of these are taken for each other.
_ENDINGS = re.compile(r"(?<=.{3})(ings?|ions?|ments?|ers?|ed|es|s|e)$")


def modules(app):
    """Every module and package of an app, but migrations and commands."""
    for file in (HOUSE / app).rglob("*.py"):
        parts = file.relative_to(HOUSE).parts
        if not {"migrations", "commands"} & set(parts):
            yield parts


def packages():
    for app in [*APPS, "bench"]:
        for file in (HOUSE / app).rglob("__init__.py"):
            if "migrations" not in file.parts:
                yield file


@pytest.mark.parametrize("app", APPS)
def test_few_modules_lie_loose(app):
    loose = [parts[1] for parts in modules(app) if len(parts) == 2]
    assert len(set(loose) - {"__init__.py"}) <= 12


def test_every_package_says_what_belongs_in_it():
    silent = [
        str(file.relative_to(HOUSE))
        for file in packages()
        if not ast.get_docstring(ast.parse(file.read_text()))
    ]
    assert silent == []


def alike(names):
    """Those that differ only by an ending."""
    by_stem = defaultdict(set)
    for name in names:
        by_stem[_ENDINGS.sub("", name)].add(name)
    return [sorted(group) for group in by_stem.values() if len(group) > 1]


@pytest.mark.parametrize("app", APPS)
def test_no_two_names_of_an_app_differ_only_by_an_ending(app):
    names = {part.removesuffix(".py") for parts in modules(app) for part in parts[1:]}
    assert alike(names - {"__init__"}) == []


def test_names_that_differ_by_an_ending_are_found():
    assert alike({"moves", "moving", "kettle"}) == [["moves", "moving"]]


@pytest.mark.parametrize("app", ["welcome", "referrals", "storybooks"])
def test_what_has_a_model_has_the_same_name_in_every_layer(app):
    """A file of actions, forms or views is not a model's name in another number."""
    models = {file.stem for file in (HOUSE / app / "models").glob("*.py")}
    others = {
        file.stem
        for layer in LAYERS[1:]
        for file in (HOUSE / app / layer).rglob("*.py")
    }
    wrong = {name for name in others - models if {name + "s", name[:-1]} & models}
    assert wrong == set()
