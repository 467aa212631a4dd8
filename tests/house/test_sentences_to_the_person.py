"""Their own page speaks to the person, never about them."""

import re

import pytest

from referrals.models.referral_states import TO_THE_PERSON
from welcome.registries.event_sentences import codes, kinds, sentence, sentence_to_you
from welcome.values.sentences_to_you import TO_YOU

ABOUT_THEM = re.compile(r"\b(they|them|their|they’ve|the person|hold)\b", re.I)


def codes_of_records() -> list[str]:
    """Codes that a person's history can show: those of a kind."""
    nouns = {noun for kind in kinds().values() for noun in kind.nouns}
    return [code for code in codes() if code.split(".")[0] in nouns]


@pytest.mark.parametrize("code", codes_of_records())
def test_no_line_of_the_history_speaks_about_the_person(code):
    assert not ABOUT_THEM.search(sentence_to_you(code, "Lantern Housing"))


def test_staff_still_read_it_about_the_person():
    assert sentence("door.opened", "") == "The person opened their own page"
    assert sentence_to_you("door.opened", "") == "You opened your own page"


def test_every_line_to_the_person_is_one_that_staff_know():
    assert TO_YOU.keys() <= set(codes())


def test_no_state_names_the_partner_to_the_person_as_a_partner():
    assert not any("partner" in words.lower() for words in TO_THE_PERSON.values())
