"""Whatever a machine sends, the answer is a 4xx with a page, never a 5xx."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from .doors import DOORS

pytestmark = pytest.mark.usefixtures("world")
WHO = {
    "welcome": "priya",
    "referrals": "omar",
    "numbers": "carol",
    "storybooks": "edith",
}

NASTY = ["\x00", "💔" * 300, "' OR 1=1 --", "../../etc/passwd", "%", "a" * 5000, "%00"]
BODIES = [
    ("application/x-www-form-urlencoded", b"words=%ff%fe%00&once=nonsense"),
    ("application/x-www-form-urlencoded; charset=klingon", b"words=hello"),
    ("multipart/form-data; boundary=x", b"--x\r\nnonsense"),
    ("multipart/form-data", b"no boundary at all"),
    ("application/json", b"{not json"),
    ("text/plain; charset=utf-16", b"\xff\xfe\x00"),
]


@pytest.fixture
def knock(request, things):
    """A client signed in as whoever a room is for."""

    def client_for(door):
        client = Client(raise_request_exception=False)
        who = WHO.get(door.partition(":")[0])
        if who:
            client.force_login(request.getfixturevalue(who))
        thing = DOORS[door][1]
        return client, reverse(door, kwargs=things[thing] if thing else None)

    return client_for


OURS = [door for door in DOORS if ":" in door]


@pytest.mark.parametrize("door", OURS)
def test_no_words_in_an_address_break_a_page(knock, door):
    client, address = knock(door)
    names = ("q", "after", "need", "again", "site", "introduction", "show", "next")
    for nasty in NASTY:
        answer = client.get(address, dict.fromkeys(names, nasty))
        assert answer.status_code < 500, (door, nasty)


@pytest.mark.parametrize("door", OURS)
def test_no_body_breaks_a_page(knock, door):
    client, address = knock(door)
    for kind, body in BODIES:
        answer = client.generic("POST", address, body, content_type=kind)
        assert answer.status_code < 500, (door, kind)


@pytest.mark.parametrize("door", OURS)
def test_no_form_is_broken_by_what_is_typed(knock, door):
    client, address = knock(door)
    fields = [
        "words", "known_as", "reach", "box", "version", "brought", "born", "phone",
        "postcode", "identifier", "reason", "suggestion", "offers", "passages", "how",
        "until_on_0", "until_on_1", "until_on_2", "once", "began", "site", "fact",
        "title", "text", "contributor", "storybook", "months", "uses", "began_on_0",
        "name", "hypothesis", "measure", "ask-words", "note-words", "answer-words",
    ]  # fmt: skip
    for nasty in NASTY:
        answer = client.post(address, dict.fromkeys(fields, nasty))
        assert answer.status_code < 500, (door, nasty)


def test_a_body_that_is_too_large_is_refused(client, db):
    body = b"words=" + b"a" * (settings.DATA_UPLOAD_MAX_MEMORY_SIZE + 1)
    answer = client.generic(
        "POST", "/", body, content_type="application/x-www-form-urlencoded"
    )
    assert 400 <= answer.status_code < 500


def test_too_many_fields_are_refused(client, db):
    answer = client.post("/", {f"f{n}": "x" for n in range(1000)})
    assert 400 <= answer.status_code < 500


def test_a_host_that_is_not_ours_is_refused(client, db):
    assert client.get("/", HTTP_HOST="evil.example.com").status_code == 400


def test_a_form_from_elsewhere_is_not_offered_for_sending_again(db):
    client = Client(enforce_csrf_checks=True)
    typed = {"known_as": "Mallory", "words": "words of a stranger"}
    answer = client.post("/", typed, HTTP_ORIGIN="https://evil.example.com")

    assert answer.status_code == 403
    assert "words of a stranger" not in answer.content.decode()


def test_a_form_from_an_old_page_of_ours_is_given_back(db):
    client = Client(enforce_csrf_checks=True)
    typed = {"known_as": "Ruth", "words": "words of her own"}
    answer = client.post("/", typed, HTTP_ORIGIN="http://testserver")

    assert answer.status_code == 403
    assert "words of her own" in answer.content.decode()
