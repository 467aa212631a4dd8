"""A few words to take along, and whoever introduced them hears, if they agree."""

import io
import re
from datetime import timedelta

import pypdf
import pytest
from django.core import mail
from django.utils import timezone

from referrals import actions
from referrals.models import Outcome
from welcome.messages import emailing, outbox
from welcome.models import Event, Message

from .. import factories as make
from ..private_links import WORD, send
from ..reading_pages import text
from .paper import TRICKS

LETTER = "Dear Amina,\n\nyou opened nine letters. Nine!\n\nOmar"


@pytest.fixture
def said():
    return {"how": "better", "words": "Nine letters opened.", "told_again": "no"}


@pytest.fixture
def introduced(amina, team):
    return make.make_introduction(
        team, person=amina, source="gp", introducer_name="Dr Reid",
        introducer_contact="practice@example.org",
        made_at=timezone.now() - timedelta(days=20),
    )  # fmt: skip


def farewell(referral, by, said, **more):
    return actions.say_farewell(
        referral, seen=make.seen(referral), by=by, **said | more
    )


def on_paper(answer):
    pages = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def told():
    return Message.objects.filter(template="introducer_told")


# the letter


def test_it_is_written_at_the_farewell_or_left_out(client, accepted, omar, said):
    client.force_login(omar)
    at = f"/referrals/{accepted.pk}/farewell/"
    page = text(client.get(at))
    assert "A few words to Amina to take along" in page
    client.post(at, said | {"letter": LETTER, "seen": accepted.seen})

    outcome = Outcome.objects.get()
    assert outcome.letter.splitlines() == LETTER.splitlines()
    assert outcome.may_tell_introducer is False


def test_without_a_letter_nothing_speaks_of_one(client, accepted, omar, said):
    client.force_login(omar)
    client.post(f"/referrals/{accepted.pk}/farewell/", said | {"seen": accepted.seen})

    assert "farewell letter" not in text(client.get(f"/referrals/{accepted.pk}/"))
    answer = client.get(f"/referrals/{accepted.pk}/letter.pdf")
    assert answer.status_code == 404


@pytest.mark.parametrize("who", ["omar", "priya"])
def test_both_sides_can_print_it_and_that_is_written_down(
    request, client, accepted, omar, said, who
):
    farewell(accepted, omar, said, letter=LETTER)
    client.force_login(request.getfixturevalue(who))
    assert "letter.pdf" in text(client.get(f"/referrals/{accepted.pk}/"))
    answer = client.get(f"/referrals/{accepted.pk}/letter.pdf")

    paper = on_paper(answer)
    assert "Farewell letter" in paper
    assert "For Amina" in paper
    assert "you opened nine letters. Nine!" in paper
    assert "Omar Aziz" in paper and "Harbour Money Advice" in paper
    event = Event.objects.get(what="copy.printed")
    assert event.detail == {"sheet": "letter"}


def test_a_partner_who_may_not_read_any_more_prints_nothing(
    client, accepted, omar, priya, said
):
    farewell(accepted, omar, said, letter=LETTER)
    actions.withdraw_agreement(accepted, seen=make.seen(accepted), by=priya)
    client.force_login(omar)

    assert client.get(f"/referrals/{accepted.pk}/letter.pdf").status_code == 404


@pytest.mark.parametrize("who", ["stranger", "tomasz", "carol"])
def test_nobody_else_reads_it(request, client, accepted, omar, said, who):
    farewell(accepted, omar, said, letter=LETTER)
    client.force_login(request.getfixturevalue(who))

    answer = client.get(f"/referrals/{accepted.pk}/letter.pdf")
    assert answer.status_code in (403, 404)


def test_it_stays_hers_on_her_own_page_whatever_she_shares(
    client, accepted, amina, omar, priya, said
):
    farewell(accepted, omar, said, letter=LETTER)
    actions.withdraw_agreement(accepted, seen=make.seen(accepted), by=priya)
    path = send(amina, priya)
    client.post(path, {"fact": WORD})

    page = text(client.get(f"{path}agreed/"))
    assert "you opened nine letters. Nine!" in page
    answer = client.get(f"{path}agreed/{accepted.pk}/letter.pdf")
    assert "attachment" in answer["Content-Disposition"]
    assert "you opened nine letters" in on_paper(answer)
    assert "you opened nine letters" in text(
        client.post(f"{path}copy.json", {"take": "yes"})
    )


def test_nothing_in_a_letter_is_a_command(client, accepted, omar, said):
    farewell(accepted, omar, said, letter=TRICKS)
    client.force_login(omar)

    assert TRICKS in on_paper(client.get(f"/referrals/{accepted.pk}/letter.pdf"))


def test_a_farewell_said_by_mistake_leaves_no_letter(client, accepted, omar, said):
    farewell(accepted, omar, said, letter=LETTER)
    actions.reopen(
        accepted, seen=make.seen(accepted), by=omar, why="She comes on Tuesday."
    )
    client.force_login(omar)

    assert client.get(f"/referrals/{accepted.pk}/letter.pdf").status_code == 404


# whoever introduced them


def test_with_her_yes_whoever_introduced_her_hears_a_day_and_no_name(
    accepted, omar, said, introduced, team
):
    team.phone = "0131 496 0100"
    team.save()
    farewell(accepted, omar, said, may_tell_introducer=True)
    assert [message.to for message in told()] == ["practice@example.org"]
    outbox.deliver_due(emailing.carry)

    (letter,) = [m for m in mail.outbox if m.to == ["practice@example.org"]]
    day = timezone.localdate(introduced.made_at)
    assert f"introduced to us on {day.day} {day:%B %Y} has been helped" in letter.body
    assert "Ring 0131 496 0100." in letter.body
    words = f"{letter.subject} {letter.body}"
    for telling in ("Amina", "LW-", "Harbour", "Omar", "Nine", "http"):
        assert telling not in words
    assert not re.search(r"{[{%]", words)


def test_never_without_her_yes(accepted, omar, said, introduced):
    farewell(accepted, omar, said)

    assert not told().exists()
    assert not Event.objects.filter(what="introducer.told").exists()


@pytest.mark.parametrize(
    "other",
    [
        {"source": "self", "introducer_contact": ""},
        {"introducer_contact": "0131 496 0155"},
        {"introducer_contact": "North East Welcome Team"},
    ],
)
def test_nobody_is_written_to_who_left_no_email(
    accepted, omar, said, introduced, other
):
    for name, value in other.items():
        setattr(introduced, name, value)
    introduced.save()
    farewell(accepted, omar, said, may_tell_introducer=True)

    assert not told().exists()


def test_who_introduces_her_to_something_new_hears_nothing_of_the_old(
    accepted, omar, said, introduced
):
    introduced.made_at = timezone.now()
    introduced.save()
    farewell(accepted, omar, said, may_tell_introducer=True)

    assert not told().exists()


def test_said_again_after_a_slip_they_hear_once(accepted, omar, said, introduced):
    for _ in range(2):
        farewell(accepted, omar, said, may_tell_introducer=True)
        actions.reopen(accepted, seen=make.seen(accepted), by=omar, why="A slip")

    assert told().count() == 1


def test_the_tick_is_on_the_form_and_reaches_the_action(
    client, accepted, omar, said, introduced
):
    client.force_login(omar)
    at = f"/referrals/{accepted.pk}/farewell/"
    assert "whoever introduced them hears" in text(client.get(at))
    client.post(at, said | {"may_tell_introducer": "on", "seen": accepted.seen})

    assert Outcome.objects.get().may_tell_introducer
    assert told().exists()
