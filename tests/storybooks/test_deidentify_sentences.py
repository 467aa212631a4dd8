"""How much is marked of planted identifiers: `make bench ONLY=deidentify`.

`built_with` was read while the rules were written; the others were measured first, by
rules whose author had not read them, and then read (docs/domain.md has the figures).
"""

import time

import pytest

from bench import deidentify
from storybooks.deidentifying.finding import find

FILES = sorted(deidentify.SENTENCES.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_nearly_every_identifier_is_marked_and_little_else(path):
    found = deidentify.look(path.read_text().splitlines())

    assert found.known_missed == []
    assert found.share >= 0.97, found.missed
    assert found.false_per_1000 <= 25, found.false


def test_there_are_enough_sentences_and_each_kind_is_planted():
    found = deidentify.look(
        [line for p in FILES for line in p.read_text().splitlines()]
    )
    assert sum(len(path.read_text().splitlines()) for path in FILES) >= 300
    assert len(found.planted) >= 15 and min(found.planted.values()) >= 1


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "a-",
        "a.",
        "a_",
        "A",
        "9",
        "9 ",
        "one ",
        "at a ",
        "the first ",
        "é",
        "à-",
        "İ",
    ],
)
def test_a_text_made_to_be_slow_is_not(piece):
    began = time.perf_counter()
    find(piece * (20_000 // len(piece)) + "!")
    assert time.perf_counter() - began < 5
