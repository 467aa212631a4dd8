"""Sending on one page: whom to ask, what may be read, and off it goes."""

import re
import uuid

import pytest
from django.contrib.sessions.models import Session
from django.urls import reverse

from referrals.models import Agreement, Referral, State

from .. import factories as make
from ..reading_pages import text


@pytest.fixture
def home(harbour):
    return make.make_offer(harbour, name="A safe home", needs=["housing"])


@pytest.fixture
def desk(client, priya):
    client.force_login(priya)
    return client


@pytest.fixture
def at(amina):
    return f"/people/{amina.pk}/send-on/"


def filled_in(amina, *offers, **more):
    brought = amina.passages.get(prompt="brought")
    return {
        "once": str(uuid.uuid4()),
        "offers": [str(offer.pk) for offer in offers],
        "words": "Sit with me.",
        "need": "",
        "urgency": "usual",
        "agreed-passages": [str(brought.pk)],
        "agreed-words": "Aye, send them that.",
        "agreed-how": "face_to_face",
        "agreed-until_on_0": "1",
        "agreed-until_on_1": "3",
        "agreed-until_on_2": "2027",
        **more,
    }


def test_one_press_prepares_agrees_and_sends(desk, amina, letters, at):
    answer = desk.post(at, filled_in(amina, letters, send="yes"))

    sent = Referral.objects.get()
    assert answer.url == f"/people/{amina.pk}/"
    assert (sent.state, sent.request.need) == (State.SENT, letters.needs[0])
    assert [p.prompt for p in sent.agreement.passages.all()] == ["brought"]
    assert sent.agreement.words == "Aye, send them that."


def test_a_second_press_sends_nothing_twice(desk, amina, letters, at):
    said = filled_in(amina, letters, send="yes")
    desk.post(at, said)
    page = text(desk.post(at, said, follow=True))

    assert "We did not send it twice" in page
    assert Referral.objects.count() == Agreement.objects.count() == 1


def test_no_part_of_the_story_is_ticked_beforehand(desk, amina, letters, at, made):
    for address in (at, f"/requests/{made.pk}/agree/"):
        page = text(desk.get(address))
        boxes = re.findall(r'<input[^>]*name="[^"]*passages"[^>]*>', page)
        assert len(boxes) == 2
        assert not any("checked" in box for box in boxes)


@pytest.fixture
def made(request_made):
    return request_made


def test_everything_that_is_missing_is_said_at_once(desk, at):
    page = text(desk.post(at, {"send": "yes"}))

    for why in (
        "Choose at least one offer below",
        "Choose at least one part of the story",
        "Write what they said when you asked",
        "Choose how you asked",
    ):
        assert why in page
    assert not Referral.objects.exists()


def test_what_cannot_be_sent_leaves_everything_typed(desk, amina, letters, at):
    said = filled_in(amina, letters, send="yes", **{"agreed-how": ""})
    page = text(desk.post(at, said))

    assert "Sit with me." in page
    assert "Aye, send them that." in page
    assert f'value="{letters.pk}" checked' in page
    assert re.search(r'name="agreed-passages"[^>]*checked', page)


def test_the_preview_shows_only_what_is_ticked(desk, amina, letters, at):
    answer = desk.post(at, filled_in(amina, letters, look="yes"))
    assert answer.status_code == 302
    preview = text(desk.get(answer.url)).partition('id="preview"')[2]

    assert "The letters frighten me." in preview
    assert "Four hours of sleep." not in preview
    assert not Referral.objects.exists()


def test_the_preview_shows_who_else_helps_before_a_partner_is_chosen(
    desk, amina, at, accepted
):
    said = filled_in(amina, look="yes", **{"agreed-shares_helpers": "on"})
    preview = text(desk.post(at, said, follow=True)).partition('id="preview"')[2]

    assert "Harbour Money Advice" in preview


def test_what_they_told_us_they_would_like_is_filled_in(desk, amina, priya, at):
    make.make_passage(amina, priya, prompt="would_like", words="To open one letter.")

    assert "To open one letter.</textarea>" in text(desk.get(at))


def test_each_partner_reads_its_own_parts(desk, amina, letters, stranger, at):
    lantern = stranger.current_memberships[0].organisation
    home = make.make_offer(lantern, name="A safe home")
    to_agree = desk.post(at, filled_in(amina, letters, home)).url
    brought, hard = (amina.passages.get(prompt=p) for p in ("brought", "hard"))
    money, housing = (Referral.objects.get(offer=offer) for offer in (letters, home))
    said = {
        "seen": money.request.seen,
        f"to-{money.pk}-passages": [str(brought.pk)],
        f"to-{housing.pk}-passages": [str(hard.pk)],
        f"to-{housing.pk}-shares_helpers": "on",
        "words": "Aye.",
        "how": "phone",
        "until_on_0": "1",
        "until_on_1": "3",
        "until_on_2": "2027",
    }
    there = desk.post(to_agree, said | {"look": "yes"}).url
    preview = text(desk.get(there)).partition('id="preview"')[2]
    first, _, second = preview.partition("What Lantern Housing will see")
    assert "The letters frighten me." in first
    assert "Four hours of sleep." not in first
    assert "Four hours of sleep." in second

    desk.post(to_agree, said | {"send": "yes"})
    money.refresh_from_db()
    housing.refresh_from_db()
    assert list(money.agreement.passages.all()) == [brought]
    assert list(housing.agreement.passages.all()) == [hard]
    assert not money.agreement.shares_helpers
    assert housing.agreement.shares_helpers


def test_a_partner_without_a_part_of_its_own_stops_the_sending(
    desk, amina, letters, home, at
):
    to_agree = desk.post(at, filled_in(amina, letters, home)).url
    page = text(desk.post(to_agree, {"send": "yes", "words": "Aye.", "how": "phone"}))

    assert page.count("Choose at least one part of the story</span>") == 2
    assert not Referral.objects.exclude(state=State.DRAFT).exists()


@pytest.mark.parametrize(
    ("view", "of"),
    [("send_on", "amina"), ("agree", "made"), ("change_agreement", "sent")],
)
def test_ticking_changes_the_preview_and_keeps_nothing(desk, amina, request, view, of):
    """So of two quick ticks neither undoes what the other kept, or what was sent."""
    address = reverse(f"referrals:{view}", args=[request.getfixturevalue(of).pk])
    prefix = "agreed-" if view == "send_on" else ""
    hard = amina.passages.get(prompt="hard")
    said = {f"{prefix}passages": [str(hard.pk)], "look": "yes"}
    before = Session.objects.count()

    answer = desk.post(address, said, headers={"HX-Request": "true"})

    assert answer.status_code == 200
    assert "Four hours of sleep." in text(answer).partition('id="preview"')[2]
    assert Session.objects.count() == before
