"""The demo again: the same people from the same seed, all of them or nobody."""

from datetime import date
from hashlib import sha256

import pytest
from django.core.management import call_command
from django.db import transaction

from demo import loading
from demo.loading import is_loaded, load
from referrals.models import MonthCount, Referral
from welcome.models import Event, Holding, Look, Passage, Person, User

TODAY = date(2026, 11, 23)
pytestmark = pytest.mark.django_db


class Enough(Exception):
    """Take it back."""


def mark_of(rows):
    return sha256("\n".join(map(str, rows)).encode()).hexdigest()


def everything():
    """A mark of all that was made; numbers that the database counts are left out."""
    events = Event.objects.order_by("at", "what", "about")
    return {
        "people": mark_of(Person.objects.order_by("pk").values_list()),
        "passages": mark_of(Passage.objects.order_by("pk").values_list()),
        "holdings": mark_of(Holding.objects.order_by("pk").values_list()),
        "referrals": mark_of(Referral.objects.order_by("pk").values_list()),
        "users": mark_of(User.objects.order_by("pk").values_list("pk", "email")),
        "events": mark_of(events.values_list("what", "at", "about", "detail")),
    }


def made_and_taken_back(**how):
    with pytest.raises(Enough), transaction.atomic():
        load(TODAY, share=0.01, **how)
        made = everything()
        raise Enough
    return made


def test_the_same_seed_and_day_make_the_same_people_again():
    assert made_and_taken_back() == made_and_taken_back()


def test_another_seed_makes_other_people():
    assert made_and_taken_back()["people"] != made_and_taken_back(seed="x")["people"]


def test_a_crash_in_the_middle_leaves_nothing(monkeypatch):
    def crash(desk):
        raise Enough

    monkeypatch.setattr(loading, "shelve", crash)
    with pytest.raises(Enough):
        load(TODAY, share=0.01)
    assert not is_loaded()
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    "day", ["2026-01-01", "2026-02-28", "2026-08-31", "2027-05-29"]
)
def test_it_can_be_loaded_on_any_day(day):
    load(date.fromisoformat(day), share=0.01)
    assert Person.objects.filter(formal_name="Ailsa Drummond").exists()


@pytest.mark.slow
def test_three_thousand_people_load():
    """How long it takes is printed by `make run` and `make bench`."""
    call_command("load_demo", "--today", TODAY.isoformat())
    assert 2900 < Person.objects.count() < 3100
    assert Event.objects.count() > 80_000
    assert Look.objects.count() > 1000
    assert MonthCount.objects.exists()
