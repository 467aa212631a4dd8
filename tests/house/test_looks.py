"""Opening a record and writing down who opened it: one function makes the row."""

from pathlib import Path

import pytest

from tests.house.rows_made import rows_made

ROOT = Path(__file__).parents[2]
ROOMS = ("welcome", "referrals", "storybooks", "demo")
#: The one place, and the admin's page on which looks are read and never written.
MAKES_LOOKS = "welcome/audit/looks.py"
FILES = [
    path
    for room in ROOMS
    for path in sorted((ROOT / room).rglob("*.py"))
    if "migrations" not in path.parts
]


def makes_looks(source):
    return rows_made(source, "Look", related="looks")


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
