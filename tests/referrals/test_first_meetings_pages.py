"""The first meeting on each side's page, on her own, and in a calendar."""

import doctest
import uuid
from datetime import datetime, time, timedelta

import pytest
from django.utils import timezone

from referrals import actions
from referrals.models import FirstMeeting
from welcome.forms import times
from welcome.models import Event
from welcome.values import icalendar

from .. import factories as make
from ..private_links import WORD, send
from ..reading_pages import text

PLACE = 'The Shore 3, back door; ring "2"\\3 ' + "ünd wir sind da " * 6


def tomorrow():
    at = datetime.combine(make.working_day(1), time(14, 30))
    return timezone.make_aware(at)


def typed(by, **given):
    day = tomorrow()
    default = {
        "day_0": day.day, "day_1": day.month, "day_2": day.year, "time": "2.30pm",
        "how": "partner", "place": PLACE, "who": by.pk,
    }  # fmt: skip
    return default | given


@pytest.fixture
def proposed(accepted, omar):
    words = {"at": tomorrow(), "how": "partner", "place": PLACE.strip()}
    return actions.propose_meeting(accepted, by=omar, **words)


@pytest.fixture
def confirmed(proposed, priya):
    return actions.confirm_meeting(proposed, by=priya, person_agrees=True)


@pytest.fixture
def phone(client, amina, priya):
    path = send(amina, priya)
    client.post(path, {"fact": WORD})
    return client, path


def test_proposed_by_one_side_and_confirmed_by_the_other(client, accepted, omar, priya):
    at = f"/referrals/{accepted.pk}/"
    client.force_login(omar)
    assert "Propose first meeting" in text(client.get(at))
    assert client.post(f"{at}meet/", typed(omar)).status_code == 302
    assert "Waiting for North East" in text(client.get(at))

    meeting = FirstMeeting.objects.get()
    assert (meeting.at, meeting.place) == (tomorrow(), PLACE.strip())
    client.force_login(priya)
    page = text(client.get(at))
    assert "Omar Aziz has proposed this." in page
    yes = f"/first-meetings/{meeting.pk}/confirm/"
    assert "Ask Amina first, then tick this" in text(
        client.post(yes, {"meeting-who": priya.pk})
    )
    client.post(yes, {"meeting-who": priya.pk, "meeting-person_agrees": "on"})
    page = text(client.get(at))
    assert "Confirmed" in page
    assert f"{at}meeting.ics" in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"time": "2"}, "Write the time like 14:30"),
        ({"time": ""}, "Write the time, for example"),
        ({"day_2": "2001"}, "on or after"),
        ({"how": ""}, "Choose how you will meet"),
        ({"how": "outdoors", "place": ""}, "Write exactly where you will meet"),
        ({"who": uuid.UUID(int=7)}, "Choose someone who works with you"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(
    client, accepted, omar, wrong, said
):
    client.force_login(omar)
    page = text(client.post(f"/referrals/{accepted.pk}/meet/", typed(omar, **wrong)))

    assert said in page
    assert "There is a problem" in page
    assert not FirstMeeting.objects.exists()


def test_where_somebody_was_quicker_it_is_said_beside_the_words(
    client, accepted, proposed, priya
):
    client.force_login(priya)
    late = typed(priya, place="The library")
    page = text(client.post(f"/referrals/{accepted.pk}/meet/", late))

    assert "Omar Aziz has proposed a meeting since" in page
    assert "The library" in page


def test_moving_begins_with_what_stands_there(client, accepted, confirmed, priya):
    client.force_login(priya)
    page = text(client.get(f"/referrals/{accepted.pk}/meet/"))
    assert "Propose another time" in page
    assert 'value="14:30"' in page
    assert str(confirmed.pk) in page

    moved = typed(priya, time="15:00", instead_of=confirmed.pk)
    client.post(f"/referrals/{accepted.pk}/meet/", moved)
    confirmed.refresh_from_db()
    assert confirmed.state == "moved"


def test_that_nothing_can_be_planned_is_said_before_the_form(client, accepted, omar):
    actions.give_back(
        accepted,
        seen=make.seen(accepted),
        by=omar,
        reason="full",
        suggestion="Open Door",
    )
    client.force_login(omar)
    answer = client.get(f"/referrals/{accepted.pk}/meet/")

    assert answer.status_code == 409
    assert "you cannot plan a first meeting" in text(answer)


def test_how_it_went_is_asked_only_after_its_time(client, accepted, confirmed, priya):
    client.force_login(priya)
    at = f"/referrals/{accepted.pk}/"
    assert "It did not take place" not in text(client.get(at))
    FirstMeeting.objects.update(at=timezone.now() - timedelta(hours=1))
    assert "It did not take place" in text(client.get(at))
    settle = f"/first-meetings/{confirmed.pk}/settle/"
    assert "There is a problem" in text(client.post(settle, {"state": "moved"}))
    client.post(settle, {"state": "kept"})
    assert "Recorded by Priya Nair" in text(client.get(at))


# on her own page


def test_cancelled_by_the_team(client, proposed, priya):
    client.force_login(priya)
    path = f"/first-meetings/{proposed.pk}/settle/"
    page = text(client.get(path))
    assert "Who cancelled?" in page and "They did not come" not in page
    said = {"state": "called_off", "next_step": "again"}
    answer = client.post(path, said, follow=True)
    assert "Saved. We’ve told the other side." in text(answer)
    assert answer.redirect_chain[-1][0] == f"/referrals/{proposed.referral_id}/meet/"


def test_she_sees_when_where_and_who_both_are(phone, confirmed):
    client, path = phone
    page = text(client.get(f"{path}agreed/"))

    assert "At Harbour Money Advice" in page
    assert "Priya Nair from the North East Welcome Team will come with you" in page
    assert "Omar Aziz from Harbour Money Advice will meet you there" in page
    file = client.get(f"{path}agreed/{confirmed.referral_id}/meeting.ics")
    assert parsed(file)["STATUS"] == "CONFIRMED"


def test_a_proposal_is_not_certain_and_called_off_is_said(phone, proposed, priya):
    client, path = phone
    assert "It’s not certain yet" in text(client.get(f"{path}agreed/"))
    actions.settle_meeting(proposed, by=priya, state="called_off", next_step="again")
    assert "was cancelled" in text(client.get(f"{path}agreed/"))


def test_she_calls_it_off_and_both_are_told(phone, confirmed, omar, client):
    client, path = phone
    off = f"{path}agreed/{confirmed.referral_id}/not-coming/"
    assert off in text(client.get(f"{path}agreed/"))

    shown = {"meeting": confirmed.pk}
    page = text(client.post(off, shown, follow=True))
    assert "We’ll tell everyone who was coming." in page
    client.post(off, shown)  # pressed twice

    event = Event.objects.get(what="first_meeting.they_cancelled")
    told = set(event.messages.values_list("to", flat=True))
    assert told == {"north-east@example.org", "priya@example.org", "omar@example.org"}
    client.force_login(omar)
    seen = text(client.get(f"/referrals/{confirmed.referral_id}/"))
    assert "cancelled by Amina, because it does not suit them. Ask what would." in seen
    assert "Propose first meeting" in seen


def test_she_calls_nothing_off_that_is_over_or_not_hers(phone, confirmed, tomasz):
    client, path = phone
    other = f"{path}agreed/{tomasz.pk}/not-coming/"
    assert client.post(other).status_code == 404
    FirstMeeting.objects.update(at=timezone.now() - timedelta(hours=1))
    off = f"{path}agreed/{confirmed.referral_id}/not-coming/"
    assert client.post(off, {"meeting": confirmed.pk}).status_code == 409
    assert FirstMeeting.objects.get().state == "confirmed"


def test_she_calls_off_no_time_that_her_page_did_not_show(
    phone, confirmed, accepted, omar
):
    client, path = phone
    later = confirmed.at + timedelta(days=3)
    moved = actions.propose_meeting(
        accepted, by=omar, at=later, how="ours", instead_of=confirmed.pk
    )
    off = f"{path}agreed/{accepted.pk}/not-coming/"
    assert client.post(off, {"meeting": confirmed.pk}).status_code == 409
    moved.refresh_from_db()
    assert moved.is_planned
    client.post(off, {"meeting": moved.pk})
    moved.refresh_from_db()
    assert (moved.state, moved.next_step) == ("they_cancelled", "again")


def test_nobody_elses_file_opens_at_her_door(phone, client, accepted, tomasz):
    _, path = phone
    assert client.get(f"{path}agreed/{accepted.pk}/meeting.ics").status_code == 404
    other = f"{path}agreed/{tomasz.pk}/meeting.ics"
    assert client.get(other).status_code == 404


# the calendar file


def parsed(answer):
    """The event of a file, read as a calendar reads it: unfolded, unescaped."""
    raw = answer.content
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert raw.endswith(b"\r\n") and b"\n" not in raw.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    for line in raw.split(b"\r\n"):
        line.decode()  # no letter is cut in two
    lines = raw.decode().replace("\r\n ", "").split("\r\n")
    pairs = [line.partition(":")[::2] for line in lines if line]
    assert pairs[0] == ("BEGIN", "VCALENDAR") and pairs[-1] == ("END", "VCALENDAR")
    fields = {name: plain(value) for name, value in pairs}
    assert fields["VERSION"] == "2.0" and fields["PRODID"]
    assert fields["METHOD"] == "PUBLISH"
    return fields


def plain(value):
    out, rest = "", iter(value)
    for letter in rest:
        if letter == "\\":
            escaped = next(rest)
            out += "\n" if escaped in "nN" else escaped
        else:
            out += letter
    return out


def test_a_calendar_reads_when_and_where_and_nothing_else(
    client, confirmed, omar, settings
):
    client.force_login(omar)
    answer = client.get(f"/referrals/{confirmed.referral_id}/meeting.ics")
    event = parsed(answer)

    assert event["SUMMARY"] == "A conversation"
    assert event["LOCATION"] == PLACE.strip()
    assert event["UID"] == str(confirmed.calendar_id)
    utc = tomorrow().astimezone(timezone.get_fixed_timezone(0))
    assert event["DTSTART"] == f"{utc:%Y%m%dT%H%M%SZ}"
    assert event["DTEND"] > event["DTSTART"] and event["DTSTAMP"].endswith("Z")
    words = text(answer)
    for telling in ("Amina", "Priya", "Omar", "Harbour", "Welcome", "Living", "http"):
        assert telling not in words
    assert answer["Cache-Control"] == "no-store"


def test_moved_and_called_off_the_calendar_knows_it_again(
    client, confirmed, accepted, priya, omar
):
    client.force_login(priya)
    at = f"/referrals/{accepted.pk}/meeting.ics"
    first = parsed(client.get(at))
    moved = actions.propose_meeting(
        accepted, by=priya, instead_of=confirmed.pk, how="home", place="Leith Walk 9",
        at=tomorrow() + timedelta(days=1),
    )  # fmt: skip
    second = parsed(client.get(at))
    assert (second["STATUS"], second["LOCATION"]) == ("TENTATIVE", "Leith Walk 9")
    actions.withdraw(accepted, seen=make.seen(accepted), by=priya)
    client.force_login(omar)
    third = parsed(client.get(at))

    assert first["UID"] == second["UID"] == third["UID"] == str(moved.calendar_id)
    steps = [int(event["SEQUENCE"]) for event in (first, second, third)]
    assert steps == sorted(set(steps))
    assert third["STATUS"] == "CANCELLED"
    assert "LOCATION" not in third


def test_a_partner_whose_page_is_closed_hears_no_place(client, confirmed, omar):
    FirstMeeting.objects.update(at=timezone.now() - timedelta(days=1))
    confirmed.referral.agreement.until_on = timezone.localdate()
    agreement = confirmed.referral.agreement
    agreement.withdrawn_at, agreement.withdrawn_by = timezone.now(), omar
    agreement.save()
    client.force_login(omar)

    file = client.get(f"/referrals/{confirmed.referral_id}/meeting.ics")
    assert file.status_code == 404


@pytest.mark.parametrize("module", [icalendar, times])
def test_what_the_notes_say_is_true(module):
    assert doctest.testmod(module).attempted
    assert not doctest.testmod(module).failed


@pytest.mark.parametrize("words", ["2", "25:00", "13pm", "", "half two", "14:60"])
def test_no_time_is_guessed(words):
    with pytest.raises(ValueError):
        times.understand(words)


def test_the_card_asks_one_question_more(
    client, confirmed, omar, django_assert_max_num_queries
):
    client.force_login(omar)
    with django_assert_max_num_queries(24):
        client.get(f"/referrals/{confirmed.referral_id}/")
