"""A private link gives a phone when its owner is busy, and never with whom."""

import json
import logging
import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from referrals import actions as referrals
from welcome import actions
from welcome.models import CalendarLink, Event, Person
from welcome.refusals import Refused

from .. import factories as make
from ..reading_pages import text

NOW = datetime(2026, 12, 7, 9, 0, tzinfo=UTC)
SETTINGS = "/settings/calendar/"


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def signed_in(client, priya):
    client.force_login(priya)
    return client


@pytest.fixture
def feed(db, priya):
    """The address of Priya's feed."""
    return address(actions.make_calendar_link(priya, by=priya))


def address(token):
    return f"/calendar/feed/{token}.ics"


def newcomer(by, at=NOW, **given):
    introduction = make.make_introduction(by.first_team, known_as="Amina")
    return make.make_meeting(by, at, introduction=introduction, **given)


def events_in(answer):
    """Each event as a dictionary of its properties: lines unfolded, by RFC 5545."""
    whole = answer.content.decode()
    assert answer.status_code == 200
    assert whole.endswith("END:VCALENDAR\r\n")
    assert "\n" not in whole.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in whole.split("\r\n"))
    lines = whole.replace("\r\n ", "").strip().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    events, one = [], None
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            one = {}
        elif line == "END:VEVENT":
            events.append(one)
            one = None
        elif one is not None:
            assert name not in one
            one[name] = value
    assert one is None
    return events


def read(feed, client=None):
    return events_in((client or Client()).get(feed))


# ── What a calendar gets ─────────────────────────────────────────────────────


def test_it_says_when_and_no_name(feed, priya):
    row = newcomer(priya, NOW + timedelta(hours=5), place="Room 2, upstairs")
    newcomer(make.make_welcomer(priya.first_team))

    (event,) = read(feed)
    assert event == {
        "UID": str(row.pk),
        "SEQUENCE": "0",
        "STATUS": "CONFIRMED",
        "DTSTAMP": event["DTSTAMP"],
        "LAST-MODIFIED": event["LAST-MODIFIED"],
        "DTSTART": "20261207T140000Z",
        "DTEND": "20261207T150000Z",
        "SUMMARY": "A conversation",
        "LOCATION": "Room 2\\, upstairs",
    }
    assert re.fullmatch(r"20261207T09\d{4}Z", event["LAST-MODIFIED"])


@pytest.mark.parametrize(
    ("how", "summary"),
    [
        ("home", "A conversation"),
        ("outdoors", "A conversation"),
        ("video", "A conversation"),
        ("phone", "A call"),
    ],
)
def test_a_place_that_is_not_ours_stays_here(feed, priya, how, summary):
    newcomer(priya, how=how, place="12 Elm Row, Amina")

    (event,) = read(feed)
    assert event["SUMMARY"] == summary
    assert "LOCATION" not in event
    assert "Elm Row" not in Client().get(feed).content.decode()


def test_only_the_last_thirty_and_the_next_hundred_and_eighty_days(feed, priya):
    for days in (-31, -29, 179, 181):
        newcomer(priya, NOW + timedelta(days=days))

    starts = {event["DTSTART"][:8] for event in read(feed)}
    assert starts == {"20261108", "20270604"}


def test_what_was_moved_or_cancelled_is_gone(feed, priya):
    for state in ("moved", "called_off"):
        newcomer(priya, state=state, settled_at=NOW, settled_by=priya)
    assert read(feed) == []


def test_summer_time_is_the_same_moment(feed, priya):
    newcomer(priya, datetime.fromisoformat("2027-03-28T14:00+01:00"))
    (event,) = read(feed)
    assert event["DTSTART"] == "20270328T130000Z"


def test_a_first_meeting_of_three_is_in_both_feeds_without_a_name(
    feed, priya, omar, accepted
):
    at, place = NOW + timedelta(days=1), "Harbour, 3 The Shore"
    meeting = referrals.propose_meeting(
        accepted, by=omar, at=at, how="partner", place=place
    )
    partners = address(actions.make_calendar_link(omar, by=omar))
    (event,) = read(partners)
    assert event["UID"] == str(meeting.calendar_id)
    assert (event["STATUS"], event["SUMMARY"]) == ("TENTATIVE", "A conversation")
    assert event["LOCATION"] == "Harbour\\, 3 The Shore"  # where Omar works

    referrals.confirm_meeting(meeting, by=priya, person_agrees=True)
    (after,) = read(partners)
    assert after["STATUS"] == "CONFIRMED"
    assert int(after["SEQUENCE"]) > int(event["SEQUENCE"])
    answer = Client().get(feed)
    (ours,) = events_in(answer)
    assert ours["UID"] == event["UID"]
    assert not re.search("Amina|Harbour|Omar|Shore", answer.content.decode())


def test_a_meeting_moved_keeps_its_uid(omar, accepted):
    feed = address(actions.make_calendar_link(omar, by=omar))
    at = NOW + timedelta(days=1)
    first = referrals.propose_meeting(accepted, by=omar, at=at, how="phone")
    (before,) = read(feed)
    referrals.propose_meeting(
        accepted, by=omar, at=at + timedelta(days=1), how="phone", instead_of=first.pk
    )
    (after,) = read(feed)

    assert after["UID"] == before["UID"]
    assert int(after["SEQUENCE"]) > int(before["SEQUENCE"])
    assert after["SUMMARY"] == "A call"


def test_ones_own_record_is_not_in_it(feed, priya, team):
    person = make.make_person(team=team)
    Person.objects.filter(pk=person.pk).update(account=priya)
    introduction = make.make_introduction(team, person=person)
    make.make_meeting(priya, NOW, introduction=introduction)
    assert read(feed) == []


def test_it_asks_as_much_for_two_as_for_fifty(feed, priya, sent):
    def asked():
        with CaptureQueriesContext(connection) as caught:
            Client().get(feed)
        return len(caught)

    newcomer(priya)
    newcomer(priya)
    asked()
    few = asked()
    for _ in range(48):
        newcomer(priya)
    assert asked() == few <= 8


# ── Who comes in ─────────────────────────────────────────────────────────────


def test_it_is_kept_by_no_cache_sets_no_cookie_and_asks_for_no_session(
    feed, priya, omar
):
    newcomer(priya)
    with CaptureQueriesContext(connection) as caught:
        answer = Client().get(feed)

    assert len(events_in(answer)) == 1
    assert len(read(feed, make.browser_of(omar))) == 1
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "no-store"
    assert not answer.cookies
    assert not [query for query in caught if "django_session" in query["sql"]]


def test_a_wrong_an_ended_and_an_absent_owners_link_look_alike(
    feed, priya, django_user_model
):
    wrong = Client().get(address("x" * 43))
    actions.end_calendar_link(priya, by=priya)
    ended = Client().get(feed)
    left = address(actions.make_calendar_link(priya, by=priya))
    django_user_model.objects.filter(pk=priya.pk).update(is_active=False)
    gone = Client().get(left)

    assert {wrong.status_code, ended.status_code, gone.status_code} == {404}
    plain = {re.sub(r"nonce=\S+", "", text(a)) for a in (wrong, ended, gone)}
    assert len(plain) == 1


def test_guessing_is_slowed_and_holds_up_no_one_with_a_link(feed, valkey):
    found = {Client().get(address(f"guess-{n}")).status_code for n in range(62)}
    assert found == {404, 429}
    assert Client().get(feed).status_code == 200


def test_it_can_only_be_read(feed):
    assert Client().post(feed).status_code == 405


def test_the_token_is_never_in_a_log(feed, client, caplog):
    token = feed.rpartition("/")[2].removesuffix(".ics")
    with caplog.at_level(logging.DEBUG, logger="livingwell"):
        client.get(feed)
    said = str([vars(record) for record in caplog.records])
    assert "/calendar/feed/…" in said
    assert token not in said


# ── The settings of each user ────────────────────────────────────────────────


def test_it_is_made_shown_once_replaced_and_turned_off(signed_in, priya):
    assert "Your link is off" in text(signed_in.get(SETTINGS))
    assert signed_in.post(SETTINGS).url == SETTINGS
    first = _link(signed_in.get(SETTINGS))
    assert read(first) == []
    page = signed_in.get(SETTINGS)
    assert _link(page) is None
    assert "A calendar last read it" in text(page)

    signed_in.post(SETTINGS)
    second = _link(signed_in.get(SETTINGS))
    assert Client().get(first).status_code == 404
    assert read(second) == []
    signed_in.post(f"{SETTINGS}off/")
    assert Client().get(second).status_code == 404
    assert signed_in.post(f"{SETTINGS}off/").status_code == 409

    made = Event.objects.filter(what="calendar_link.made").order_by("at")
    assert [event.detail for event in made] == [{"replaces": False}, {"replaces": True}]
    assert Event.objects.get(what="calendar_link.ended").by == priya


def test_nothing_that_opens_it_is_kept(signed_in, priya):
    signed_in.post(SETTINGS)
    kept = json.dumps(dict(signed_in.session))
    token = _link(signed_in.get(SETTINGS)).rpartition("/")[2].removesuffix(".ics")

    assert token not in kept
    link = CalendarLink.objects.get()
    assert token not in json.dumps(CalendarLink.objects.values().get(), default=str)
    assert len(link.token_hash) == 64


def test_each_user_has_one_link_that_works(priya):
    actions.make_calendar_link(priya, by=priya)
    one_live = pytest.raises(IntegrityError, match="calendar_link_one_live")
    with one_live, transaction.atomic():
        CalendarLink.objects.create(user=priya, token_hash="a")


def test_the_link_of_a_colleague_stays_when_ones_own_ends(priya, omar):
    theirs = address(actions.make_calendar_link(omar, by=omar))
    actions.make_calendar_link(priya, by=priya)
    actions.end_calendar_link(priya, by=priya)
    assert read(theirs) == []
    with pytest.raises(Refused):
        actions.end_calendar_link(priya, by=priya)


def test_a_partner_finds_it_in_their_settings_and_a_commissioner_does_not(
    client, omar, carol
):
    client.force_login(omar)
    assert "Calendar on your phone" in text(client.get("/settings/"))
    client.force_login(carol)
    assert "Calendar on your phone" not in text(client.get("/settings/"))


def _link(page):
    """The address on the page, without our own server; None where there is none."""
    found = re.search(r"/calendar/feed/[\w-]+\.ics", text(page))
    assert not found or f"{settings.BASE_URL}{found[0]}" in text(page)
    return found and found[0]
