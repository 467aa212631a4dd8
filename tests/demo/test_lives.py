"""A life is decided without a database, by chance that can be repeated."""

from datetime import date
from random import Random

import pytest

from demo.lives.hours import moment
from demo.lives.pen import Ground, Offering
from demo.lives.standing import standing
from demo.lives.steps import live
from demo.lives.wishes import Wish, come_true, is_given_back
from demo.places import PLACES
from demo.towns.partners import partners

DAY = date(2025, 3, 3)
OPENS = {
    "introduced": {"met", "closed"},
    "met": {"heard"},
    "asked": {"accepted", "returned", "withdrawn"},
}


@pytest.fixture(scope="module")
def ground():
    offers = [
        Offering(partner.name, frozenset(offer.needs))
        for partner in partners("edinburgh")
        for offer in partner.offers
    ]
    return Ground("scotland", dict(enumerate(offers)), lambda day: 18.0)


@pytest.fixture(scope="module")
def lives(ground):
    return [live(Random(n), ground, DAY) for n in range(400)]


def test_the_same_chance_makes_the_same_life(ground):
    assert live(Random(7), ground, DAY) == live(Random(7), ground, DAY)


def test_nobody_is_heard_before_they_are_introduced(lives):
    for life in lives:
        steps = sorted(life.steps, key=lambda step: step.at)
        assert steps[0].what == "introduced"


def test_whoever_is_not_closed_is_heard_in_the_end(lives):
    for life in lives:
        whats = [step.what for step in life.steps]
        assert "closed" in whats or "heard" in whats


def test_every_partner_that_is_asked_answers_in_the_end(lives):
    for life in lives:
        assert not standing(sorted(life.steps, key=lambda step: step.at)).asked


def test_farewell_comes_after_every_partner_is_done(lives):
    for life in lives:
        open_now = set()
        for step in sorted(life.steps, key=lambda step: step.at):
            if step.what == "asked":
                open_now |= set(step.codes["asked"])
            if step.what in ("ended", "returned", "withdrawn"):
                open_now.discard(step.ref)
            assert step.what != "farewell" or not open_now


def test_nobody_is_asked_twice_for_the_same_offer(lives):
    for life in lives:
        asked = [
            offer
            for step in life.steps
            if step.what == "asked"
            for offer in step.codes["asked"].values()
        ]
        assert len(asked) == len(set(asked))


def test_a_life_read_up_to_a_day_holds_nothing_later(lives):
    now = moment(date(2025, 4, 1))
    assert all(step.at < now for life in lives for step in life.until(now))


def test_nothing_a_worker_does_happens_at_night(lives):
    at_night = [
        step.what
        for life in lives
        for step in life.steps
        if step.what in ("asked", "accepted", "returned", "noted", "farewell")
        and not 8 <= step.at.astimezone(moment(DAY).tzinfo).hour <= 20
    ]
    assert not at_night


def test_a_wish_comes_true_as_it_was_wished(ground):
    today = date(2026, 11, 23)
    wish = Wish(team=0, count=1, fits=is_given_back, since=60, until=15)
    life = come_true(Random(1), ground, wish, today)
    assert len(standing(life.until(moment(today))).given_back) == 1


def test_a_wish_that_no_life_fits_is_said_to_be_odd(ground, monkeypatch):
    monkeypatch.setattr("demo.lives.wishes._TRIES", 20)
    wish = Wish(team=0, count=1, fits=lambda now: False, since=60)
    with pytest.raises(LookupError):
        come_true(Random(1), ground, wish, date(2026, 11, 23))


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.slug)
def test_every_site_has_partners_for_nearly_every_need(place):
    needs = {n for p in partners(place.slug) for o in p.offers for n in o.needs}
    assert len(needs) >= 12
