"""Whatever a machine sends, the answer is a 4xx with a page, never a 5xx."""

import pytest
from django.conf import settings
from django.test import Client

from .doors import CAST, DOORS, ROOMS
from .knocking import address_of, as_before, signed_in, undone, who_can_pass

NASTY = ["\x00", "💔" * 300, "' OR 1=1 --", "../../etc/passwd", "%", "a" * 5000, "%00"]
BODIES = [
    ("application/x-www-form-urlencoded", b"words=%ff%fe%00&once=nonsense"),
    ("application/x-www-form-urlencoded; charset=klingon", b"words=hello"),
    ("multipart/form-data; boundary=x", b"--x\r\nnonsense"),
    ("multipart/form-data", b"no boundary at all"),
    ("application/json", b"{not json"),
    ("text/plain; charset=utf-16", b"\xff\xfe\x00"),
]


NAMES = ("q", "after", "need", "again", "site", "introduction", "show", "next")
FIELDS = [
    "words", "known_as", "reach", "box", "version", "brought", "born", "phone",
    "postcode", "identifier", "reason", "suggestion", "offers", "passages", "how",
    "until_on_0", "until_on_1", "until_on_2", "once", "began", "site", "fact",
    "title", "text", "contributor", "storybook", "months", "uses", "began_on_0",
    "name", "hypothesis", "measure", "ask-words", "note-words", "answer-words",
]  # fmt: skip


def _in_the_address(browser, address):
    for nasty in NASTY:
        yield nasty, browser.get(address, dict.fromkeys(NAMES, nasty))


def _as_a_body(browser, address):
    for kind, body in BODIES:
        yield kind, browser.generic("POST", address, body, content_type=kind)


def _in_a_form(browser, address):
    for nasty in NASTY:
        yield nasty, browser.post(address, dict.fromkeys(FIELDS, nasty))


@pytest.mark.parametrize("bad", [_in_the_address, _as_a_body, _in_a_form])
@pytest.mark.parametrize("room", ROOMS)
def test_nothing_that_is_sent_breaks_a_page(request, room, bad, things, valkey):
    """Each door of a room, by somebody of the cast who can pass it."""
    browsers = {
        who: signed_in(None if who == "nobody" else request.getfixturevalue(who))
        for who in CAST
    }
    broken = []
    for door in DOORS:
        if door.partition(":")[0] == room:
            with undone(valkey):
                passers = who_can_pass(door) or ["nobody"]  # a door for machines
                browser = as_before(browsers[passers[-1]])
                broken += [
                    (door, sent, answer.status_code)
                    for sent, answer in bad(browser, address_of(door, things))
                    if answer.status_code >= 500
                ]
    assert not broken


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
