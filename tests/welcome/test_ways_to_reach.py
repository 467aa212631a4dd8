"""A number that may not be rung is never offered as one to ring."""

import uuid

import pytest

from welcome.models import Contact, ContactWish

from .. import factories as make
from ..reading_pages import text

NUMBER = "07700 900011"


@pytest.fixture
def desk(client, priya):
    client.force_login(priya)
    return client


def introduced(team, **allowed):
    how = {"may_call": False, "may_text": False, "phone": NUMBER} | allowed
    return make.make_introduction(team, known_as="Ruth", **how)


@pytest.mark.parametrize(
    ("allowed", "said"),
    [
        ({"may_call": True}, f"Ring {NUMBER}."),
        ({"may_call": True, "may_text": True}, f"Ring or text {NUMBER}."),
        ({"may_text": True}, f"Text {NUMBER}. Don’t ring."),
        ({}, f"Don’t ring yet: ask first about {NUMBER}."),
    ],
)
def test_the_waiting_list_says_how_to_reach_them(desk, team, allowed, said):
    page = text(desk.get(f"/waiting/{introduced(team, **allowed).pk}/"))

    assert said in page
    assert f"{NUMBER} " not in page.replace(said, "")
    assert "tel:07700" not in page


@pytest.mark.parametrize(
    ("allowed", "kind"),
    [
        ({"may_call": True}, "call"),
        ({"may_text": True}, "text"),
        ({"email": "ruth@example.org"}, "email"),
    ],
)
def test_the_way_that_is_allowed_stands_first(desk, team, allowed, kind):
    page = desk.get(f"/waiting/{introduced(team, **allowed).pk}/")
    assert page.context["call"]["kind"].value() == kind


def test_a_call_against_what_they_said_asks_why(desk, team):
    ruth = introduced(team, may_text=True)
    said = {"once": uuid.uuid4(), "kind": "call", "reached": "no", "words": ""}
    page = text(desk.post(f"/waiting/{ruth.pk}/call/", said))

    assert "Ruth has not said that we may call. Write why you did." in page
    assert not Contact.objects.exists()

    desk.post(f"/waiting/{ruth.pk}/call/", said | {"words": "Her sister asked us to."})
    assert Contact.objects.get().words == "Her sister asked us to."


def test_a_text_to_somebody_who_waits_is_logged_as_a_text(desk, team):
    ruth = introduced(team, may_text=True)
    said = {"once": uuid.uuid4(), "kind": "text", "reached": "no", "words": ""}
    desk.post(f"/waiting/{ruth.pk}/call/", said)

    line = Contact.objects.get()
    assert (line.kind, line.outcome, line.reached) == ("text", "sent", False)
    assert "Text from us: sent" in text(desk.get("/waiting/"))


@pytest.mark.parametrize(
    ("allowed", "kind"),
    [
        ({"may_call": True}, "call"),
        ({"may_text": True}, "text"),
        ({"may_post": True}, "letter"),
        ({}, "visit"),
    ],
)
def test_a_quick_note_starts_with_a_way_that_is_allowed(desk, amina, allowed, kind):
    no = dict.fromkeys(["may_call", "may_text", "may_email", "may_post"], False)
    said = {"phone": NUMBER, **no, **allowed}
    ContactWish.objects.update_or_create(person=amina, defaults=said)
    page = desk.get(f"/people/{amina.pk}/contacts/")
    assert page.context["form"]["kind"].value() == kind
