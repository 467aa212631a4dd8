"""No page says that it saves as somebody types where nothing does: without JavaScript.

Such a sentence is in the page with `hidden`, and a script shows it.
"""

import re
from pathlib import Path

import pytest

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
CLAIM = re.compile(
    r"as you type|saved? automatically|locked copy in this browser", re.I
)


def claiming():
    return [
        file for file in TEMPLATES.rglob("*.html") if CLAIM.search(file.read_text())
    ]


def test_there_is_such_a_sentence():
    assert claiming()


@pytest.mark.parametrize("file", claiming(), ids=lambda file: file.name)
def test_what_only_a_script_does_is_hidden_until_a_script_says_it(file):
    words = file.read_text()
    for claim in CLAIM.finditer(words):
        opened = words[: claim.start()].rpartition("<p")[2].partition(">")[0]
        assert "data-with-script hidden" in opened, claim.group()


def test_the_script_that_runs_on_every_page_shows_them():
    script = (TEMPLATES.parent / "static" / "js" / "start.js").read_text()
    assert "[data-with-script]" in script
    assert "js/start.js" in (TEMPLATES / "base.html").read_text()
