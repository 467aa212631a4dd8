"""Cookies are keys, and say nothing: no name can stand in what a browser keeps."""

import re

import pytest
from django.contrib.sessions.models import Session
from django.core import signing
from django.test import Client

from .doors import DOORS
from .insiders import GET_DOORS, forms_within, send
from .knocking import address_of

pytestmark = pytest.mark.usefixtures("no_crowd")

#: Each cookie that an answer may set, and the random key that is all there is in it.
KEYS = {
    "session": r"[a-z0-9]{32}|",
    "csrftoken": r"[A-Za-z0-9]{32}",
    "taken": r"[0-9a-f]{64}",
    "own-door": r"[\w-]{43}",
}
OPEN = [door for door in GET_DOORS if DOORS[door][2][0] == 200]


def says_something(cookies):
    """The cookies that could hold words. Known devices are hashes, and signed."""
    for name, cookie in cookies.items():
        if name == "known-device":
            mark, hashes = signing.loads(cookie.value, salt=name)
            known = re.fullmatch(r"[\w-]{12}", mark)
            if not known or not all(re.fullmatch("[0-9a-f]{24}", h) for h in hashes):
                yield name
        elif not re.fullmatch(KEYS.get(name, "$-"), cookie.value):
            yield name


def test_no_form_is_answered_with_a_cookie_that_could_hold_a_name(forms_behind):
    tried, wrong = set(), {}
    for door in GET_DOORS:
        client, forms = forms_behind(door)
        for form in forms:
            if form.shape not in tried and form.method == "post":
                tried.add(form.shape)
                wrong |= {
                    (form.action, name): form.door
                    for name in says_something(send(client, form, form.filled).cookies)
                }
    assert wrong == {}
    assert len(tried) > 60


@pytest.mark.parametrize("home", ["amina_at_home", "jean_at_home"])
def test_no_cookie_behind_a_private_link_could_hold_a_name(db, request, home):
    client, path = request.getfixturevalue(home)
    forms = [f for f in forms_within(client, path) if f.method == "post"]
    answers = [send(client, form, form.filled) for form in forms]

    assert len(forms) > 2, "the link was opened"
    assert [n for one in (client, *answers) for n in says_something(one.cookies)] == []


def test_a_visitor_who_only_reads_gets_no_session(things):
    """Nothing is kept of them, and nothing is written for a robot."""
    before, visitor = Session.objects.count(), Client()
    for door in OPEN:
        visitor.get(address_of(door, things))
    assert len(OPEN) > 10
    assert "session" not in visitor.cookies
    assert Session.objects.count() == before


def test_a_message_is_shown_once_and_is_in_no_cookie(client, priya, amina):
    client.force_login(priya)
    said = {"people": [str(amina.pk)], "what": "huddle", "why": "Letters."}
    answer = client.post("/caseload/", said)
    assert list(says_something(answer.cookies)) == []
    assert "The team will talk about" in client.get(answer.url).content.decode()
    assert "The team will talk about" not in client.get(answer.url).content.decode()
