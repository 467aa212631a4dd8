"""The stories that were written for this product keep its own rules."""

from pathlib import Path

import pytest

from storybooks.deidentifying.finding import find
from storybooks.models import Theme

FOLDER = Path(__file__).resolve().parents[2] / "demo" / "narratives"


def read(file):
    head, _, text = file.read_text().partition("\n\n")
    return dict(line.split(": ", 1) for line in head.splitlines()), text.strip()


@pytest.mark.parametrize("file", sorted(FOLDER.glob("*.txt")), ids=lambda f: f.stem)
def test_a_story_has_all_it_needs_and_gives_nobody_away(file):
    head, text = read(file)
    assert (FOLDER / "books").is_dir()
    assert head["quote"] in text
    assert head["note"].endswith(".")
    assert set(head["themes"].split(", ")) <= set(Theme.values)
    assert 250 <= len(text.split()) <= 500
    if head["state"] != "draft":
        assert not [mark.text for mark in find(text) if mark.is_hard]


def test_each_book_has_three_published_stories_at_least():
    heads = [read(file)[0] for file in FOLDER.glob("*.txt")]
    books = [read(file)[0]["slug"] for file in (FOLDER / "books").glob("*.txt")]
    for book in books:
        published = [
            h for h in heads if h["book"] == book and h["state"] == "published"
        ]
        assert len(published) >= 3


def test_an_editor_is_not_flooded_with_marks():
    """Measured: 9.3 marks in 1,000 words, most of them names of people."""
    texts = [read(file) for file in FOLDER.glob("*.txt")]
    words = sum(len(text.split()) for _, text in texts)
    marks = [
        mark
        for head, text in texts
        for mark in find(text, safe=[head["shown_as"].partition(",")[0], head["place"]])
    ]
    assert len(marks) / words < 12 / 1000
