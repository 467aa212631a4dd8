"""The door of somebody without an account. Also used by nobody who guesses."""

from datetime import timedelta

import pytest
from django.utils import timezone

from welcome.models import Event, PrivateLink
from welcome.private_links import tokens

from .tale import FACT


@pytest.fixture
def made(draft, edith):
    return tokens.make(
        "contributor", draft, by=edith, question="Where did we meet?", fact=FACT
    )


def test_only_hashes_are_kept(made):
    link, token = made
    kept = " ".join(str(value) for value in vars(link).values())
    assert len(token) >= 43
    assert token not in kept
    assert FACT not in kept


def test_no_two_tokens_are_alike(made, draft, edith):
    _, other = tokens.renew(made[0], by=edith)
    assert other != made[1]
    assert tokens.find("contributor", other).subject == draft.pk


@pytest.mark.parametrize(
    "fact", [FACT, "Garden Centre", " garden  centre. ", "GARDENCENTRE"]
)
def test_the_word_opens_however_it_is_typed(made, fact):
    assert tokens.open_with(made[0], fact)


@pytest.mark.parametrize("fact", ["", "garden", "garden centre please", "\x00"])
def test_another_word_does_not(made, fact):
    assert not tokens.open_with(made[0], fact)


@pytest.mark.parametrize("token", ["", "x", "é" * 40, "\ud800", "a" * 5000])
def test_no_odd_token_finds_anything_or_falls_over(made, token):
    assert tokens.find("contributor", token) is None


def test_without_a_link_no_word_is_right(db):
    assert not tokens.open_with(None, FACT)


def test_wrong_words_by_themselves_never_lock_a_link(made):
    link, _ = made
    for _ in range(40):
        tokens.open_with(link, "guess")
    assert tokens.open_with(link, FACT)


def test_a_word_after_which_the_next_one_waits_is_in_the_trail(made, client):
    _, token = made
    for _ in range(5):
        client.post(f"/storybooks/mine/{token}/", {"fact": "guess"})
    assert Event.objects.filter(what="link.rests").count() == 1


def test_a_link_opens_only_the_kind_of_page_it_was_made_for(made):
    assert tokens.find("another", made[1]) is None


@pytest.mark.parametrize("over", ["expires_at", "revoked_at"])
def test_what_is_over_opens_nothing(made, over):
    link, token = made
    PrivateLink.objects.update(**{over: timezone.now()})
    assert tokens.find("contributor", token) is None
    assert not tokens.open_with(link, FACT)


def test_a_door_is_kept_open_longer_and_never_shorter(made, draft):
    link, _ = made
    tokens.keep_until("contributor", draft, timezone.now())
    link.refresh_from_db()
    assert link.expires_at > timezone.now() + timedelta(days=29)
