"""What people say in the demo: enough of it, by hand, and never twice in a row."""

from pathlib import Path
from random import Random

import pytest

from demo.lives import phrases
from demo.lives.pen import NEEDS
from demo.lives.phrases import WORDS, Deck, lines
from demo.people import names, telephones
from demo.places import PLACES
from demo.towns.partners import partners
from referrals.dashboards.breakdowns import RISES
from referrals.models import GiveBack, Need, Outcome
from welcome.models import Farewell, Source
from welcome.values.identifiers import is_nhs_number
from welcome.values.postcodes import tidy

KINDS = sorted(file.stem for file in WORDS.glob("*.txt"))
PASSAGES = ["brought", "going_well", "hard", "would_like", "matters"]
ABOUT_ME = ["please_do", "please_dont", "keeps_safe"]
KNOWN = (
    set(Need.values)
    | set(Source.values)
    | set(GiveBack.values)
    | set(Outcome.How.values)
    | set(Farewell.Reason.values)
    | set(RISES)
)


@pytest.mark.parametrize("kind", KINDS)
def test_every_tag_is_a_code_that_the_product_knows(kind):
    assert {tag for line in lines(kind) for tag in line.about} <= KNOWN


@pytest.mark.parametrize("kind", KINDS)
def test_no_line_stands_there_twice(kind):
    words = [line.words for line in lines(kind)]
    assert len(words) == len(set(words))


@pytest.mark.parametrize("kind", PASSAGES + ABOUT_ME)
def test_there_are_at_least_forty_sentences_for_each_prompt(kind):
    assert len(lines(kind)) >= 40


@pytest.mark.parametrize("kind", ["brought", "hard", "would_like", "asks"])
@pytest.mark.parametrize("need", NEEDS)
def test_every_need_can_be_spoken_of_by_anybody(kind, need):
    for nation in ("scotland", "england"):
        assert phrases.fitting(kind, need, frozenset({nation}))


def test_every_reason_to_give_back_has_a_suggestion():
    told = {tag for line in lines("suggestions") for tag in line.about}
    assert told == set(GiveBack.values)


def test_every_question_has_its_answer():
    assert all(line.words.count(" | ") == 1 for line in lines("questions"))


def test_no_two_neighbours_are_dealt_the_same_words():
    deck, rng, facts = Deck(), Random(3), frozenset({"england"})
    dealt = [deck.deal(rng, "introduced", "gp", facts) for _ in range(300)]
    for at, words in enumerate(dealt[:-5]):
        assert words not in dealt[at + 1 : at + 6]


def test_the_words_of_the_demo_are_the_words_of_the_house():
    wrong = ("service user", "discharge", "reject", "non-compliant")
    for kind in KINDS:
        for line in lines(kind):
            assert not any(word in line.words.lower() for word in wrong)


def test_there_are_names_for_a_british_city():
    heritages = {h for place in PLACES for h in place.weights}
    given = {
        n for h in heritages for k in ("women", "men") for n in names.names(f"{h} {k}")
    }
    family = {n for h in heritages for n in names.names(f"{h} family")}
    assert len(given) >= 400
    assert len(family) >= 250


def test_numbers_are_valid_and_never_issued():
    rng = Random(5)
    numbers = [telephones.nhs_number(rng) for _ in range(200)]
    assert all(n.startswith("999") and is_nhs_number(n) for n in numbers)


def test_postcodes_have_a_real_shape_and_an_end_that_no_postcode_has():
    for place in PLACES:
        for team in place.teams:
            for district in place.districts(team):
                code = telephones.postcode(Random(1), district)
                assert tidy(code) == code
                assert set(code[-2:]) <= set("CIKMOV")


def test_partners_and_offers_are_many():
    found = [partner for place in PLACES for partner in partners(place.slug)]
    assert len(found) >= 30
    assert all(partner.offers for partner in found)
    assert {need for p in found for o in p.offers for need in o.needs} == set(NEEDS)


def test_every_file_of_words_is_dealt_from():
    demo = Path(phrases.__file__).parents[1]
    source = "".join(file.read_text() for file in demo.rglob("*.py"))
    spoken = {*PASSAGES, *ABOUT_ME}
    assert all(f'"{kind}"' in source for kind in set(KINDS) - spoken)
