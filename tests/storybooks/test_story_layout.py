"""How a text is laid out and cut at its marks; and the examples in the docstrings."""

import doctest

import pytest

from storybooks.deidentifying import finding, highlights
from storybooks.deidentifying.finding import find
from storybooks.models import story_layout
from storybooks.models.story_layout import laid_out


@pytest.mark.parametrize("module", [finding, highlights, story_layout])
def test_the_examples_in_the_docstrings_hold(module):
    result = doctest.testmod(module)
    assert result.attempted
    assert not result.failed


def test_no_word_of_a_text_is_lost_or_said_twice():
    text = "One.\n\n* * *\n\nTwo,\nand more.\r\n\r\nThree."
    words = [part.words for part in laid_out(text) if part.kind != "turn"]
    assert words == ["One.", "Two, and more.", "Three."]


def test_a_quote_that_stands_twice_is_set_large_once():
    kinds = [part.kind for part in laid_out("Yes.\n\nYes.", "Yes.")]
    assert kinds == ["open", "pull", "p"]


def test_a_quote_that_is_not_theirs_is_not_set_at_all():
    assert [part.kind for part in laid_out("Yes.", "No.")] == ["open"]


def test_marked_text_is_the_same_text():
    text = "So Moira rang.\n\nShe said 0131 496 0123.\n\nThat was it."
    lines = highlights.pieces(text, find(text))
    assert "\n\n".join("".join(p.text for p in line) for line in lines) == text
    marked = [piece.text for line in lines for piece in line if piece.mark]
    assert marked == ["Moira", "0131 496 0123"]
