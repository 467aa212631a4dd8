"""What the database finds is what the pages mark: one rule, written twice."""

from importlib import import_module

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storybooks.deidentifying import text_folding
from storybooks.deidentifying.everyday_words import EVERYDAY
from storybooks.deidentifying.known_names import find_names
from storybooks.deidentifying.name_forms import name_words, shown_words
from storybooks.deidentifying.words_that_are_names import WORDS_THAT_ARE_NAMES

NAMES = [
    "Amina Yusuf",
    "Łukasz Nowak",
    "Élodie",
    "Jo Li",
    "X",
    "A. Khan",
    "Mei He",
    "So Young",
    "Will Hope",
    "Dr Anne-Marie O’Brien",
    "Ludwig van der Berg",
    "al green",
    "Mr di Evans al",
    "Ольга Иванова",
    "Ελένη",
    "أمينة خاتون",
    "আমিনা",
    "李明",
    "김민수",
    "ﬁona Ǽlfgifu ẞ",
    "jean",
    "",
]
TEXTS = [
    "Amina’s sister met AMINA and amina yusuf. AminaYusuf_2, aminas.",
    "Аmina (with one letter of another alphabet), Ami\u00adna, Ami\u200bna\u200bcame.",
    "lukasz and ŁUKASZ’S. Elodie, E\u0301lodie, 𝐄́lodie.",
    "Jo\nLi, Jo-Li, Jo’s; so li rang. Vitamin X. A dog. Plan A, and A.",
    "He rang, and He came. So I went; and then So rang. “So?” so",
    "Will you? I will, in the hope. Hope is here. WILL! will’s Wills wills",
    "Anne-\nMarie OBrien O'Brien O’Brien's o’clock O’Connor brien",
    "Van and van der Berg Der bergs",
    "ольга ОЛЬГА Ольгa ΕΛΈΝΗ ελενη وأمينة আমিনার 我叫李明 김민수가",
    "fiona aelfgifu ss SS Jean jeans",
    "",
]


def ask(function, *given):
    places = ", ".join(["%s"] * len(given))
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}({places})", given)
        return cursor.fetchone()[0]


def found(text, words, but):
    """The places that must go, as the database would name them."""
    marks = [mark for mark in find_names(text, words, but) if mark.is_hard]
    return bool(marks)


def same(text, name, but=""):
    words, shown = name_words(name), name_words(but)
    there = ask("storybooks_names_found", text, sorted(words), sorted(shown))
    assert bool(there) == found(text, words, shown), (text, name, but, there)


@pytest.mark.parametrize("name", NAMES)
def test_both_take_a_name_apart_alike(db, name):
    assert set(ask("storybooks_name_words", name)) == name_words(name)


@pytest.mark.parametrize(
    "shown_as",
    ["Shona, a peer worker", "a friend", "the Mother", "李明", "", "jean Bell"],
)
def test_both_know_what_in_a_chosen_name_is_a_name(db, shown_as):
    assert set(ask("storybooks_shown_words", shown_as)) == shown_words(shown_as)


@pytest.mark.parametrize("name", NAMES)
def test_both_find_the_same_names(db, name):
    for text in TEXTS:
        for piece in [text, *text.split(".")]:
            same(piece, name)


def test_both_let_stand_what_may_be_shown(db):
    for text in ("Jean rang.", "Rutherford rang.", "Jeans", "JeanRutherford"):
        same(text, "Jean Rutherford", but="Jean")


PIECES = st.sampled_from(
    ["Jo", "jo", "JO", "Will", "will", "So", "so", "Élodie", "e\u0301lodie", "李", "明"]
    + list(" .,-’'\n\t\u200b\u00adsSaAxXо“😀1_")
)


@settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)
@given(st.lists(PIECES, max_size=14), st.sampled_from(NAMES + ["Jo So", "Will A"]))
def test_both_find_the_same_in_anything_typed(db, pieces, name):
    same("".join(pieces), name)


@settings(max_examples=100, suppress_health_check=list(HealthCheck), deadline=None)
@given(
    st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs", "Cn"]))
)
def test_both_fold_any_letters_alike(db, words):
    there = ask("storybooks_folded", words, "")
    assert there == text_folding.folded(words).text


def test_the_database_has_the_words_and_letters_that_python_has():
    """Whoever changes one writes a migration that replaces the functions."""
    there = import_module("storybooks.migrations.0004_names_are_found")
    assert set(there.EVERYDAY.split()) == EVERYDAY
    assert set(there.WORDS_THAT_ARE_NAMES.split()) == WORDS_THAT_ARE_NAMES
    for name in ("SEPARATORS", "MARKS", "INVISIBLE", "JOINERS", "LOOKALIKES", "PAIRS"):
        assert getattr(there, name) == getattr(text_folding, name)
