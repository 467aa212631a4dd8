"""On her own page: what she agreed, ending it, and whether she had to repeat it."""

import json
import re
import uuid

import pytest
from django.test import Client

from referrals.models import Objection, ToldAgain
from welcome.actions import private_links
from welcome.models import Event, Look, Message

from ..reading_pages import text as page

WORD = "Copper teapot"


@pytest.fixture
def path(amina, priya):
    return private_links.send_door(
        amina, by=priya, way="hand", once=uuid.uuid4(), question="", fact=WORD
    )


@pytest.fixture
def phone(client, path):
    client.post(path, {"fact": WORD})
    return client


def test_she_sees_who_may_read_what_until_when_and_her_own_yes(phone, path, sent):
    agreed = page(phone.get(f"{path}agreed/"))

    assert "Harbour Money Advice" in agreed
    assert "The letters frighten me." in agreed
    assert "Four hours of sleep." not in agreed
    assert "Aye, send them that." in agreed


def test_she_ends_it_and_the_partner_reads_nothing_from_then_on(
    phone, path, sent, omar
):
    asked = page(phone.get(f"{path}agreed/{sent.pk}/end/"))
    assert "What we can’t undo" in asked
    sent.refresh_from_db()
    assert sent.is_shared

    phone.post(f"{path}agreed/{sent.pk}/end/", {"end": "yes", "seen": sent.seen})

    sent.agreement.refresh_from_db()
    assert sent.agreement.withdrawn_by.is_the_person
    assert "can no longer read your story" in page(phone.get(f"{path}agreed/"))
    phone.force_login(omar)
    theirs = page(phone.get(f"/referrals/{sent.pk}/"))
    assert "no longer shared with you" in theirs
    assert "letters frighten" not in theirs


def test_the_team_and_the_partner_are_told_that_it_ended(phone, path, sent):
    phone.post(f"{path}agreed/{sent.pk}/end/", {"end": "yes", "seen": sent.seen})

    told = Message.objects.filter(template="agreement_ended")
    assert {m.to for m in told} >= {"north-east@example.org", "harbour@example.org"}


def test_ending_it_twice_ends_it_once(phone, path, sent):
    for _ in range(2):
        phone.post(f"{path}agreed/{sent.pk}/end/", {"end": "yes", "seen": sent.seen})
    assert Event.objects.filter(what="agreement.withdrawn").count() == 1


def test_another_persons_agreement_is_not_there(phone, path, sent):
    assert phone.get(f"{path}agreed/{uuid.uuid4()}/end/").status_code == 404


def test_she_says_whether_she_had_to_repeat_herself(phone, path, accepted):
    address = f"{path}agreed/{accepted.pk}/told-again/"
    assert "Did you have to tell your story again" in page(phone.get(f"{path}agreed/"))
    assert "Choose what it was like" in page(phone.post(address, {}))

    for _ in range(2):
        phone.post(address, {f"{accepted.pk}-answer": "partly"})

    said = ToldAgain.objects.get(when="own_page")
    assert (said.answer, said.by.is_the_person) == ("partly", True)
    event = Event.objects.get(what="told_again.said")
    assert event.detail["told_again"] == "partly"
    assert "You said: <b>Parts of it</b>" in page(phone.get(f"{path}agreed/"))


def test_nobody_asks_it_of_a_partner_who_has_not_said_yes(phone, path, sent):
    assert "tell your story again" not in page(phone.get(f"{path}agreed/"))
    address = f"{path}agreed/{sent.pk}/told-again/"
    answer = phone.post(address, {f"{sent.pk}-answer": "no"})
    assert answer.status_code == 409


def test_she_takes_everything_away_as_a_file(phone, path, accepted, amina, omar):
    Look.objects.create(person=amina, by=omar, why="referral")
    answer = phone.post(f"{path}copy.json", {"take": "yes"})

    assert "attachment" in answer["Content-Disposition"]
    copy = json.loads(answer.content)
    assert [p["words"] for p in copy["story"]] == [
        "The letters frighten me.", "Four hours of sleep."
    ]  # fmt: skip
    (asked,) = copy["who_was_asked_to_help"]
    assert asked["agreement"]["in_my_words"] == "Aye, send them that."
    assert "Omar Aziz" in {look["by"] for look in copy["who_looked"]}
    assert copy["who_held_me"][-1]["partner"] == "Harbour Money Advice"
    assert Event.objects.filter(what="copy.taken", person=amina).count() == 1


def test_the_copy_on_paper_holds_the_story_and_who_may_read_it(phone, path, sent):
    paper = page(phone.get(f"{path}copy/"))

    assert "Amina Yusuf: my story" in paper
    assert "Four hours of sleep." in paper
    assert re.search(
        r"Harbour Money Advice: They haven’t answered yet\.\s+Can read", paper
    )


def test_nothing_of_it_opens_without_the_word(client, path, sent):
    for part in ("agreed/", f"agreed/{sent.pk}/end/", "copy/", "copy.json"):
        assert "Amina" not in page(client.get(f"{path}{part}"))
    closed = client.post(f"{path}copy.json", {"take": "yes"})
    assert "agreed a password word" in page(closed)
    client.post(f"{path}agreed/{sent.pk}/end/", {"end": "yes", "seen": sent.seen})
    sent.agreement.refresh_from_db()
    assert sent.is_shared


def test_she_can_say_not_them_again_and_think_again(phone, path, sent, amina, priya):
    said = {"end": "yes", "seen": sent.seen, "never": "on"}
    phone.post(f"{path}agreed/{sent.pk}/end/", said)

    objection = Objection.objects.get(person=amina, partner=sent.partner)
    assert objection.said_to.is_the_person
    assert "Who you’ve said no to" in page(phone.get(f"{path}agreed/"))
    staff = Client()
    staff.force_login(priya)
    assert "Not Harbour Money Advice:" in page(staff.get(f"/people/{amina.pk}/"))

    phone.post(f"{path}not-again/{objection.pk}/lift/")

    objection.refresh_from_db()
    assert objection.lifted_by.is_the_person
    assert "Who you’ve said no to" not in page(phone.get(f"{path}agreed/"))


def test_ending_it_without_the_tick_leaves_them_possible(phone, path, sent, amina):
    phone.post(f"{path}agreed/{sent.pk}/end/", {"end": "yes", "seen": sent.seen})

    assert not amina.objections.exists()


def test_the_partner_reads_who_ended_it(phone, path, sent, omar):
    phone.post(f"{path}agreed/{sent.pk}/end/", {"end": "yes", "seen": sent.seen})
    partner = Client()
    partner.force_login(omar)

    assert "The person ended the agreement on" in page(
        partner.get(f"/referrals/{sent.pk}/")
    )
