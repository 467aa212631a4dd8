"""Somebody for whom each door opens, and the pages that they see."""

from datetime import timedelta
from itertools import chain

import pytest
from django.test import Client
from django.urls import reverse

from storybooks import actions as storybooks
from welcome.actions import private_links
from welcome.models import Message

from ..storybooks.tale import ANSWERS
from ..undone import undone
from .doors import CAST, DOORS
from .forms_found import read

WORD = "Copper teapot"
_IN = (200, 302, 409)
GET_DOORS = [door for door, (how, *_) in DOORS.items() if how == "get" and ":" in door]


@pytest.fixture
def no_crowd(monkeypatch):
    """Many forms are sent from one address here: none of them is slowed."""
    monkeypatch.setattr(
        "welcome.access.rate_limits.Tries.count", lambda tries: timedelta(0)
    )


def insider(door):
    """Who of the cast is let in there."""
    inside = [who for who, got in zip(CAST, DOORS[door][2], strict=True) if got in _IN]
    return next(who for who in inside if who != "nobody")


@pytest.fixture
def amina_at_home(amina, priya, things):
    """Amina behind her own door, and its address."""
    path = private_links.send_door(
        amina, by=priya, once=amina.pk, way="hand", question="", fact=WORD
    )
    client = Client(raise_request_exception=False)
    client.post(path, {"fact": WORD})
    return client, path


@pytest.fixture
def jean_at_home(narrative, edith, things):
    """Jean behind hers: she has a story to read and to agree to."""
    cleared = storybooks.mark_deidentified(
        narrative, by=edith, seen=narrative.fingerprint, **ANSWERS
    )
    storybooks.send_to_contributor(
        cleared, by=edith, question="Where did we meet?", fact=WORD
    )
    path = Message.objects.filter(template="narrative_for_you").latest("made_at").path
    client = Client(raise_request_exception=False)
    client.post(path, {"fact": WORD})
    return client, path


@pytest.fixture
def forms_behind(request, things):
    """The forms on the page of a door, for whoever is let in there."""

    def found(door):
        thing = DOORS[door][1]
        client = Client(raise_request_exception=False)
        client.force_login(request.getfixturevalue(insider(door)))
        address = reverse(door, kwargs=things[thing] if thing else None)
        page = client.get(address)
        client.last_address = address
        return client, read(address, page.getvalue().decode(errors="replace"))[0]

    return found


def forms_within(client, path):
    """All forms of all pages behind a private link, two steps deep."""
    seen, forms, now = set(), {}, {path}
    for _ in range(3):
        pages = {a: client.get(a).getvalue().decode(errors="replace") for a in now}
        seen |= now
        read_now = [read(address, page) for address, page in pages.items()]
        for form in chain.from_iterable(found for found, _ in read_now):
            forms.setdefault((form.action, tuple(form.fields)), form)
        links = chain.from_iterable(links for _, links in read_now)
        now = {link for link in links if link.startswith(path)} - seen
    return list(forms.values())


def send(client, form, said):
    """What comes back. Whatever it did is undone for the next."""
    with undone():
        return getattr(client, form.method)(form.action, said)


__all__ = ["amina_at_home", "forms_behind", "jean_at_home", "no_crowd"]
