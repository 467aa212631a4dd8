"""Which letters a file means: certain, or asked about, and never silently wrong."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from welcome.imports import reading
from welcome.imports.letters import WAYS, read_letters

CASES = Path(__file__).parent.parent / "data" / "imports"
OLD = ["cp1252", "mac_roman", "cp850"]
NAMES = "Zoë Fåhraeus; José Pérez; Siân Pryce; Renée Dubois; Søren; Muñoz; Élodie"


@pytest.mark.parametrize(
    ("file", "way", "name"),
    [
        ("macroman.csv", "mac_roman", "Zoë Fåhraeus"),
        ("cp850.csv", "cp850", "Siân Pryce"),
        ("mixed.csv", "mixed", "Renée Dubois"),
        ("double.csv", "twice", "Siân Pryce"),
    ],
)
def test_letters_that_are_in_no_name_are_asked_about(file, way, name):
    read = read_letters((CASES / file).read_bytes())

    assert read.way == way
    assert name in read.text
    assert len(read.asks) > 1
    assert len({words for _, words in read.asks}) == len(read.asks)


@pytest.mark.parametrize("file", ["utf16-nobom.csv", "scripts.csv", "invisible.csv"])
def test_what_is_certain_is_not_asked_about(file):
    assert read_letters((CASES / file).read_bytes()).asks == ()


def test_wide_letters_without_their_mark_are_read():
    assert "Siân Pryce" in read_letters((CASES / "utf16-nobom.csv").read_bytes()).text


@pytest.mark.parametrize("way", OLD)
def test_names_saved_the_old_ways_are_right_or_asked_about(way):
    read = read_letters(f"Name,DOB\n{NAMES},1980\n".encode(way))

    assert NAMES in read.text
    assert (way == "cp1252") == (read.asks == ())


@pytest.mark.parametrize("way", OLD)
def test_whoever_is_asked_can_have_it_as_they_say(way):
    content = f"Name\n{NAMES}\n".encode(way)
    chosen = read_letters(content, way)

    assert NAMES in chosen.text
    assert chosen.asks == read_letters(content).asks


@given(st.text(min_size=1, max_size=80))
def test_unicode_is_read_as_it_is_unless_it_looks_saved_twice(text):
    if "\x00" in text or text.startswith("\ufeff"):
        return
    read = read_letters(text.encode())
    assert read.text == text or read.way == "twice" and ("utf-8" in dict(read.asks))


@given(st.binary(max_size=200))
def test_no_bytes_whatever_break_it(content):
    with contextlib.suppress(ValueError):
        assert read_letters(content).way in WAYS
    try:
        reading.read_grid(content)
    except reading.Unreadable as said:
        assert str(said).endswith(".")
