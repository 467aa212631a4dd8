"""Every setting and every message is explained in the README."""

import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
README = (HOUSE / "README.md").read_text()
SETTINGS = sorted(
    set(
        re.findall(
            r'(?:env\.\w+|needed|secret_keys|at_least|on_or_off|one_of|listed|waits|address|sender)\(\s*"([A-Z_]+)"',
            (HOUSE / "livingwell" / "settings.py").read_text(),
        )
    )
    | {"PORT", "HOST"}
)
MESSAGES = sorted(f.stem for f in (HOUSE / "templates" / "messages").glob("*.txt"))

#: What some say besides: a moment, a day, our number. Never a name or anybody's words.
FIGURES = {
    "first_meeting_near": {"when"},
    "introducer_told": {"day", "ring"},
    "meeting_reminder": {"when", "ring"},
}


def test_there_are_settings_and_messages():
    assert len(SETTINGS) > 15
    assert len(MESSAGES) > 5


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_is_in_the_readme(name):
    assert f"`{name}`" in README


@pytest.mark.parametrize("name", MESSAGES)
def test_every_message_is_in_the_readme(name):
    assert f"`{name}`" in README


@pytest.mark.parametrize("name", MESSAGES)
def test_no_message_can_hold_a_name(name):
    text = (HOUSE / "templates" / "messages" / f"{name}.txt").read_text()
    may_say = {"reference", "link"} | FIGURES.get(name, set())
    assert set(re.findall(r"{{\s*([\w.]+)", text)) <= may_say
