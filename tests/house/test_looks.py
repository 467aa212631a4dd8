"""Opening a record and writing down who opened it: one function makes the row."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("welcome", "referrals", "storybooks", "demo")
#: The one place, and the admin's page on which looks are read and never written.
MAKES_LOOKS = "welcome/audit/looks.py"
_MAKERS = {"create", "bulk_create", "get_or_create", "update_or_create", "acreate"}
FILES = [
    path
    for room in ROOMS
    for path in sorted((ROOT / room).rglob("*.py"))
    if "migrations" not in path.parts
]


def makes_looks(source: str) -> list[int]:
    """The lines that make a row: `Look(…)`, `Look.objects.create(…)`, `.looks.create`.

    Other names that a file gives to the model are followed.
    """
    tree = ast.parse(source)
    names = {"Look"} | {
        alias.asname
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
        if alias.name == "Look" and alias.asname
    }
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return [call.lineno for call in calls if _makes_one(call.func, names)]


def _makes_one(func: ast.expr, names: set[str]) -> bool:
    if isinstance(func, ast.Name):
        return func.id in names
    if not isinstance(func, ast.Attribute):
        return False
    if func.attr in names:  # models.Look(…)
        return True
    if func.attr not in _MAKERS:
        return False
    parts = ast.unparse(func.value).split(".")
    return bool(names & set(parts)) or "looks" in parts


def test_only_one_file_makes_looks():
    for path in FILES:
        if str(path.relative_to(ROOT)) != MAKES_LOOKS:
            assert makes_looks(path.read_text()) == [], path


def test_the_one_file_makes_them():
    assert makes_looks((ROOT / MAKES_LOOKS).read_text())


@pytest.mark.parametrize(
    "line",
    [
        "Look(person=p)",
        "Look.objects.create(person=p)",
        "Look._default_manager.create(person=p)",
        "models.Look(person=p)",
        "Look.objects.bulk_create([])",
        "person.looks.create(by=user)",
        "from welcome.models import Look as Seen\nSeen(person=p)",
    ],
)
def test_every_way_to_make_one_is_found(line):
    assert makes_looks(line)


@pytest.mark.parametrize("line", ["Look.Why.TEAM", "Look.objects.filter(by=user)"])
def test_reading_them_is_no_offence(line):
    assert makes_looks(line) == []
