"""The door of somebody without an account. Also used by nobody who guesses."""

from datetime import timedelta

import pytest
from django.utils import timezone

from welcome import private_links
from welcome.models import Event, PrivateLink

from .tale import FACT


@pytest.fixture
def made(draft, edith):
    return private_links.make(
        "contributor", draft, by=edith, question="Where did we meet?", fact=FACT
    )


def test_only_hashes_are_kept(made):
    link, token = made
    kept = " ".join(str(value) for value in vars(link).values())
    assert len(token) >= 43
    assert token not in kept
    assert FACT not in kept


def test_no_two_tokens_are_alike(made, draft, edith):
    _, other = private_links.renew(made[0], by=edith)
    assert other != made[1]
    assert private_links.find("contributor", other).subject == draft.pk


@pytest.mark.parametrize(
    "fact", [FACT, "Garden Centre", " garden  centre. ", "GARDENCENTRE"]
)
def test_the_word_opens_however_it_is_typed(made, fact):
    assert private_links.open_with(made[0], fact)


@pytest.mark.parametrize("fact", ["", "garden", "garden centre please", "\x00"])
def test_another_word_does_not(made, fact):
    assert not private_links.open_with(made[0], fact)


@pytest.mark.parametrize("token", ["", "x", "é" * 40, "\ud800", "a" * 5000])
def test_no_odd_token_finds_anything_or_falls_over(made, token):
    assert private_links.find("contributor", token) is None


def test_without_a_link_no_word_is_right(db):
    assert not private_links.open_with(None, FACT)


def test_after_five_wrong_words_even_the_right_one_waits(made):
    link, _ = made
    for _ in range(5):
        private_links.open_with(link, "guess")
    assert not private_links.open_with(link, FACT)
    PrivateLink.objects.update(locked_until=timezone.now())
    assert private_links.open_with(link, FACT)
    assert Event.objects.filter(what="link.rests").count() == 1


def test_words_said_while_it_rests_are_not_counted(made):
    link, _ = made
    for _ in range(9):
        private_links.open_with(link, "guess")
    link.refresh_from_db()
    assert link.wrong_answers == 5


def test_after_fifteen_wrong_words_it_opens_for_nobody_new(made):
    link, _ = made
    for _ in range(15):
        PrivateLink.objects.update(locked_until=None)
        private_links.open_with(link, "guess")
    assert not private_links.open_with(link, FACT)
    assert Event.objects.filter(what="link.shut").count() == 1


def test_wrong_words_of_others_never_shut_out_who_was_inside_before(made):
    link, token = made
    for _ in range(15):
        PrivateLink.objects.update(locked_until=None)
        private_links.open_with(link, "guess")
    assert private_links.find("contributor", token)
    assert private_links.open_with(link, FACT, is_known=True)
    assert not private_links.open_with(link, "guess", is_known=True)


def test_the_right_word_forgets_the_wrong_ones(made):
    link, _ = made
    for _ in range(4):
        private_links.open_with(link, "guess")
    private_links.open_with(link, FACT)
    link.refresh_from_db()
    assert link.wrong_answers == 0


def test_a_link_opens_only_the_kind_of_page_it_was_made_for(made):
    assert private_links.find("another", made[1]) is None


@pytest.mark.parametrize("over", ["expires_at", "revoked_at"])
def test_what_is_over_opens_nothing(made, over):
    link, token = made
    PrivateLink.objects.update(**{over: timezone.now()})
    assert private_links.find("contributor", token) is None
    assert not private_links.open_with(link, FACT)


def test_a_door_is_kept_open_longer_and_never_shorter(made, draft):
    link, _ = made
    private_links.keep_until("contributor", draft, timezone.now())
    link.refresh_from_db()
    assert link.expires_at > timezone.now() + timedelta(days=29)
