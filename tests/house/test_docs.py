"""What docs/ says of settings, messages, commands and tables is what the code has."""

import re
from pathlib import Path

import pytest
from django.core.management import get_commands, load_command_class

from livingwell.processes.supervisor import DEMO_ACCOUNTS
from livingwell.schedule import bells
from referrals.matching.rules import RULES
from referrals.models import MEANINGS
from welcome.imports.columns import FIELDS

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
SETTINGS = sorted(
    set(
        re.findall(
            r'(?:env\.\w+|needed|secret_keys|at_least|on_or_off|one_of|listed|waits|address|sender)\(\s*"([A-Z_]+)"',
            "".join(f.read_text() for f in (ROOT / "livingwell/settings").glob("*.py")),
        )
    )
    | {"PORT", "HOST"}
)
MESSAGES = sorted(f.stem for f in (ROOT / "templates" / "messages").glob("*.txt"))
OURS = ("livingwell", "welcome", "referrals", "storybooks", "demo")
COMMANDS = sorted(name for name, app in get_commands().items() if app in OURS)
DECISIONS = sorted((DOCS / "adr").glob("[0-9]*.md"))

#: What some say besides: a moment, a day, our number. Never a name or anybody's words.
FIGURES = {
    "digest": {f"counts.{group}" for group in ("now", "today", "week", "others")},
    "first_meeting_near": {"when"},
    "meeting_near": {"when"},
    "introducer_told": {"day", "ring"},
    "meeting_reminder": {"when", "ring"},
    "meeting_new_time": {"when", "ring"},
    "meeting_cancelled": {"when", "ring"},
    "text_meeting_new_time": {"when", "ring"},
    "text_meeting_cancelled": {"when", "ring"},
    "text_meeting_tomorrow": {"when", "ring"},
    "text_please_ring": {"ring"},
    "text_tried_to_ring": {"ring"},
}


def rows_of(page, heading=""):
    """The cells of each row of the tables below a heading (or of the whole page)."""
    text = (ROOT / page).read_text()
    if heading:
        text = text.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


def named_in(page, heading=""):
    """What stands in backticks in the first cells."""
    first = (row[0] for row in rows_of(page, heading))
    return {name for cell in first for name in re.findall(r"`([^`]+)`", cell)}


def test_there_are_settings_messages_and_commands():
    assert len(SETTINGS) > 15
    assert len(MESSAGES) > 5
    assert "import_people" in COMMANDS


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_documented(name):
    assert name in named_in("docs/settings.md")


def test_no_setting_is_documented_that_is_gone():
    known = set(SETTINGS)
    assert {name for name in named_in("docs/settings.md") if name.isupper()} == known


@pytest.mark.parametrize("name", MESSAGES)
def test_every_message_is_documented(name):
    assert name in named_in("docs/messages.md")


def test_no_message_is_documented_that_is_gone():
    assert named_in("docs/messages.md") == set(MESSAGES)


@pytest.mark.parametrize("name", MESSAGES)
def test_no_message_can_hold_a_name(name):
    text = (ROOT / "templates" / "messages" / f"{name}.txt").read_text()
    may_say = {"reference", "link"} | FIGURES.get(name, set())
    assert set(re.findall(r"{{\s*([\w.]+)", text)) <= may_say


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_documented_with_the_first_line_of_its_help(name):
    command = load_command_class(get_commands()[name], name)
    said = {row[0]: row[1] for row in rows_of("docs/operations.md", "Commands")}
    assert said[f"`{name}`"] == command.help.strip().splitlines()[0]


def test_the_schedule_names_every_task_and_no_other():
    said = {
        row[2].strip("`")
        for row in rows_of("docs/operations.md", "What happens by itself")
    }
    assert said - {"Task"} == {bell["task"] for bell in bells(5).values()}


def test_every_demo_account_is_documented():
    assert named_in("docs/operations.md", "Demo people") >= {
        name for name, _ in DEMO_ACCOUNTS
    }


def test_the_rules_for_suggesting_have_the_points_that_the_page_says():
    said = {
        row[0].strip("`"): int(row[2].replace("−", "-"))
        for row in rows_of("docs/suggesting.md")
        if row[0].startswith("`")
    }
    assert said == {rule.code: rule.points for rule in RULES}


def test_every_field_of_an_imported_list_is_documented():
    assert named_in("docs/importing.md", "The columns") == set(FIELDS)


def test_the_reasons_for_giving_back_have_the_codes_that_the_page_says():
    rows = rows_of("docs/domain.md", "Reasons for giving back")[1:]
    said = sorted((row[1], row[2].split()[0]) for row in rows)
    assert said == sorted((one.mhsds, one.bars) for one in MEANINGS.values())


@pytest.mark.parametrize("doc", DECISIONS, ids=lambda doc: doc.stem)
def test_every_decision_says_why_and_when_we_would_change_our_minds(doc):
    text = doc.read_text()
    for heading in (
        "- Status: ",
        "- Date: ",
        "## Context",
        "## Decision",
        "## Consequences",
    ):
        assert f"\n{heading}" in text
    assert "We would change our minds if" in text
    assert 10 <= len(text.splitlines()) <= 30
    assert f"]({doc.name})" in (DOCS / "adr" / "README.md").read_text()


def test_decisions_are_numbered_without_a_gap():
    numbers = [int(page.name[:4]) for page in DECISIONS]
    assert numbers == list(range(1, len(numbers) + 1))
