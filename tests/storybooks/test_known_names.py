"""Where a known name is found, and where the same letters are only a word."""

import doctest

import pytest

from storybooks.deidentifying import (
    capitals,
    finding,
    known_names,
    name_forms,
    names_allowed,
    replacing,
    text_folding,
)
from storybooks.deidentifying.known_names import find_names
from storybooks.deidentifying.name_forms import name_words

MUST_GO = [
    ("Łukasz Nowak", "So łukasz rang.", "łukasz"),
    ("Łukasz Nowak", "So Lukasz rang.", "Lukasz"),
    ("Élodie", "Elodie’s bag", "Elodie’s"),
    ("Élodie", "E\u0301lodie!", "E\u0301lodie"),
    ("Jo Li", "With Li today", "Li"),
    ("Jo Li", "with jo", "jo"),
    ("Jo Li", "Jo\nwas late", "Jo"),
    ("Jo Li", "Li-Anne", "Li"),
    ("Bo", "“Bo!”", "Bo"),
    ("X", "They call me X.", "X"),
    ("Amina", "AMINA", "AMINA"),
    ("Amina", "Ami\u00adna", "Ami\u00adna"),
    ("Amina", "Ami\u200bna", "Ami\u200bna"),
    ("Amina", "Amina\u200brang", "Amina"),
    ("Amina", "Ami-\nna", "Ami-\nna"),
    ("Amina", "АМINА", "АМINА"),
    ("Amina Yusuf", "@aminayusuf", "aminayusuf"),
    ("Anne-Marie O’Brien", "with Anne", "Anne"),
    ("Anne-Marie O’Brien", "O'Brien", "O'Brien"),
    ("Anne-Marie O’Brien", "annemarie", "annemarie"),
    ("Will Page", "Will you come?", "Will"),
    ("Will Page", "the Pages", "Pages"),
    ("Mei He", "and He rang", "He"),
    ("Mr Khan", "Khan rang", "Khan"),
    ("al green", "They call me Al there.", "Al"),
    ("di evans", "So Di rang.", "Di"),
    ("أمينة", "It was وأمينة then", "أمينة"),
    ("আমিনা", "It was আমিনার then", "আমিনা"),
    ("李明", "我叫李明。", "李明"),
]
A_WORD = [
    ("Will Page", "I will turn the page."),
    ("Hope Love", "in the hope of love"),
    ("Mei He", "He rang, he said."),
    ("A. Khan", "A dog and a cat."),
    ("I. Khan", "I rang, and I said."),
    ("Ann", "Annabel and the banner"),
    ("Ludwig van der Berg", "The van of der"),
    ("O’Brien", "At nine o’clock O’Connor rang."),
    ("Dr Khan", "The dr rang, Dr Bell"),
]


@pytest.mark.parametrize(("name", "text", "there"), MUST_GO)
def test_a_known_name_is_found_however_it_is_written(name, text, there):
    found = [f for f in find_names(text, name_words(name)) if f.is_hard]
    assert [text[f.start : f.end] for f in found] == [there]


@pytest.mark.parametrize(("name", "text"), A_WORD)
def test_a_word_that_is_spelt_like_a_name_may_stay(name, text):
    assert not [f for f in find_names(text, name_words(name)) if f.is_hard]


def test_a_word_in_small_letters_is_marked_all_the_same():
    (found,) = find_names("I will.", name_words("Will"))
    assert not found.is_hard


def test_a_longer_name_that_may_be_shown_is_not_taken_for_a_shorter_one():
    assert not find_names("Ross rang.", name_words("Ros"), name_words("Ross"))


@pytest.mark.parametrize(
    "module",
    [
        capitals,
        finding,
        known_names,
        name_forms,
        names_allowed,
        replacing,
        text_folding,
    ],
)
def test_what_the_docstrings_show_is_so(module):
    assert not doctest.testmod(module).failed
