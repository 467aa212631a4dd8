"""The drawing of a story map: nothing overlaps, nothing falls off the page."""

from itertools import combinations
from random import Random

import pytest

from welcome.story_maps import draw
from welcome.story_maps.drawn_parts import Need, Tie
from welcome.story_maps.lettering import wrapped

WORDS = [
    "I",
    "lie",
    "there",
    "and",
    "add",
    "up",
    "the",
    "next",
    "one",
    "is",
    "flat",
    "nobody",
    "to",
    "say",
    "it",
    "sister",
    "Cork",
    "debt",
    "letters",
    "Biscuit",
    "baking",
    "what",
    "holds",
    "me",
    "Unemployment",
    "Rehabilitationsklinik",
]


def some_map(seed):
    """Any map that the database would take: 1 to 12 needs, up to 20 ties."""
    rng = Random(seed)

    def words(most=60):
        said = " ".join(rng.choices(WORDS, k=rng.randint(1, 11)))
        return said[: rng.randint(4, most)].strip() or "so"

    n = seed % 12 + 1
    needs = [Need(words(), words() if rng.random() < 0.5 else "") for _ in range(n)]
    pairs = list(combinations(range(n), 2))
    pairs = rng.sample(pairs, min(len(pairs), rng.randint(0, 20)))
    return needs, [Tie(a, b, words()) for a, b in pairs]


def parts(drawing):
    boxes = [need.box for need in drawing.needs]
    return boxes, [tie.bed for tie in drawing.ties if tie.bed]


@pytest.mark.slow
@pytest.mark.parametrize("shape", ["wide", "tall"])
def test_no_box_and_no_words_ever_overlap_or_leave_the_page(shape):
    for seed in range(84):
        drawing = draw(*some_map(seed), shape)
        boxes, beds = parts(drawing)
        for one, other in combinations(boxes + beds, 2):
            assert not one.overlaps(other), seed
        for box in boxes + beds:
            assert box.x >= 0 and box.x + box.w <= drawing.width, seed
            assert box.y >= 0 and box.y + box.h <= drawing.height, seed


@pytest.mark.slow
@pytest.mark.parametrize("shape", ["wide", "tall"])
def test_every_line_of_words_lies_inside_its_shape(shape):
    for seed in range(36):
        for need in draw(*some_map(seed), shape).needs:
            for line in need.names + need.more:
                assert need.box.y < line.y - line.size * 0.7
                assert line.y < need.box.y + need.box.h


def test_the_same_map_is_always_the_same_picture():
    assert draw(*some_map(7), "wide") == draw(*some_map(7), "wide")


def test_every_word_of_a_need_is_in_the_drawing():
    needs, ties = some_map(11)
    for need, drawn in zip(needs, draw(needs, ties, "tall").needs, strict=True):
        written = "".join(line.words for line in drawn.names).replace(" ", "")
        assert written == need.words.replace(" ", "")


def test_names_never_shrink():
    for shape in ("wide", "tall"):
        for need in draw(*some_map(23), shape).needs:
            assert all(line.size >= 20 for line in need.names)


def test_a_word_wider_than_a_line_breaks_inside():
    block = wrapped("Donaudampfschifffahrtsgesellschaft", 20, 120)
    assert len(block.lines) > 1 and block.width <= 120


def test_a_small_map_shows_every_tie_with_its_words_and_crosses_no_shape():
    needs = [Need("Sleep"), Need("The letters"), Need("The flat"), Need("My sister")]
    ties = [Tie(1, 0, "I lie there"), Tie(1, 2, "the next one"), Tie(3, 0, "nobody")]
    for shape in ("wide", "tall"):
        drawing = draw(needs, ties, shape)
        assert all("“" in tie.lines[0].words for tie in drawing.ties)
