"""What an event holds is said once, by its code: writers and counters keep to it."""

import re
from typing import get_type_hints

import pytest

from referrals import actions
from referrals.dashboards.adding_up import FROM_EVENTS
from referrals.dashboards.counting import COUNTING
from referrals.models import Objection, Referral
from referrals.payloads import PAYLOADS as REFERRALS
from welcome.audit.payloads import PAYLOADS as WELCOME
from welcome.audit.payloads import Dated
from welcome.models import Event, User

PAYLOADS = WELCOME | REFERRALS
_KEY = re.compile(r"\.detail->>?'(\w+)'")
#: What is read of every measure made of these events, whatever it counts.
OF_ALL = {code: "source" for code in ("introduction.made", "conversation.finished")}


def sql_of(counting):
    parts = (counting.only, counting.numerator, counting.denominator)
    return " ".join([*parts, counting.total, counting.own])


def keys_read_by(counting):
    return set(_KEY.findall(sql_of(counting)))


@pytest.mark.parametrize(
    ("code", "key"),
    sorted(
        {
            (code, key)
            for counting in COUNTING.values()
            for code in counting.what
            for key in keys_read_by(counting)
        }
        | OF_ALL.items()
    ),
)
def test_every_key_that_is_counted_is_written(code, key):
    assert key in get_type_hints(PAYLOADS[code])


def test_no_other_way_to_reach_into_the_details_has_crept_in():
    assert set(_KEY.findall(FROM_EVENTS)) == {"source"}
    for sql in [FROM_EVENTS, *map(sql_of, COUNTING.values())]:
        assert sql.count("detail") == len(_KEY.findall(sql))


def test_messages_read_days_that_some_event_holds():
    held = {key for one in PAYLOADS.values() for key in get_type_hints(one)}
    assert set(get_type_hints(Dated)) <= held


def test_every_event_that_is_written_keeps_to_its_payload(things, put_right_things):
    found = set()
    for what, detail in Event.objects.values_list("what", "detail").distinct():
        if what in PAYLOADS:
            found.add(what)
            payload = PAYLOADS[what]
            assert set(detail) <= set(get_type_hints(payload)), what
            assert payload.__required_keys__ <= set(detail), what
    assert {"referral.sent", "referral.ended", "referral.reopened"} <= found


@pytest.fixture
def put_right_things(things, priya):
    """One referral ended, and opened again."""
    ended = Referral.objects.get(pk=things["ended"]["pk"])
    omar = User.objects.get(pk=things["worker"]["pk"])
    actions.lift_objection(
        Objection.objects.get(pk=things["objection"]["pk"]), by=priya
    )
    actions.reopen(ended, by=omar, why="A slip", seen=ended.seen)
