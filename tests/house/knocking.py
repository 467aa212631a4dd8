"""Trying one address after another in the same world, each try undone."""

from contextlib import contextmanager

from django.test import Client
from django.urls import reverse

from ..undone import undone as undone_in_the_database
from .doors import CAST, DOORS

#: Well formed, and nobody's private link.
DEAD = "x" * 43
#: Let in; or let in and told that it has moved on, or that something is missing.
LET_IN = {200, 302, 400, 409}


def who_can_pass(door):
    """Whoever is not signed in is only sent to the page for signing in."""
    answers = zip(CAST, DOORS[door][2], strict=False)
    return [who for who, a in answers if a in LET_IN and (who, a) != ("nobody", 302)]


@contextmanager
def undone(valkey):
    """Whatever is done in here is undone in the database; no request was counted."""
    valkey.flushdb()
    with undone_in_the_database():
        yield


def signed_in(user):
    """A browser of theirs; of somebody who is not signed in, if None."""
    client = Client(raise_request_exception=False)
    if user:
        client.force_login(user)
    return client


def as_before(client):
    """The same browser with its cookies as they are now, whatever becomes of those."""
    again = Client(raise_request_exception=False)
    again.cookies.load(client.cookies.output(header="", sep=";"))
    return again


def address_of(door, things, **instead):
    thing = DOORS[door][1]
    return reverse(door, kwargs=things[thing] | instead if thing else None)


def knock(client, door, things, valkey, how=None, **instead):
    """What this browser gets at this door. Nothing of it stays."""
    way, _, _, *said = DOORS[door]
    data = things[said[0]] if said else None
    with undone(valkey):
        ask = getattr(as_before(client), how or way)
        return ask(address_of(door, things, **instead), data)
