"""Every address, asked by every member of the cast. A missing row fails."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLResolver

from .doors import CAST, DOORS, ROOMS

pytestmark = pytest.mark.usefixtures("world")


def every_door(resolver, room=""):
    """The names of all addresses in our rooms, as `room:name`."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from every_door(entry, entry.app_name or room)
        elif room in ROOMS and entry.name:
            yield f"{room}:{entry.name}"
        elif not room and entry.name in ("healthz", "readyz"):
            yield entry.name


def test_every_door_has_a_row():
    assert set(every_door(get_resolver())) == set(DOORS)


@pytest.mark.parametrize("door", DOORS)
def test_doors(request, door, things):
    how, thing, expected = DOORS[door]
    address = reverse(door, kwargs=things[thing] if thing else None)
    answers = [_knock(request, how, address, who) for who in CAST]

    assert dict(zip(CAST, answers, strict=True)) == dict(
        zip(CAST, expected, strict=True)
    )


def _knock(request, how, address, who):
    """What this one gets. Whatever it did is undone for the next."""
    client = Client()
    if who != "nobody":
        client.force_login(request.getfixturevalue(who))
    before = transaction.savepoint()
    status = getattr(client, how)(address).status_code
    transaction.savepoint_rollback(before)
    return status


@pytest.mark.parametrize("who", ["priya", "omar", "carol", "edith", "stranger"])
def test_the_admin_pages_are_for_administrators(request, client, who):
    client.force_login(request.getfixturevalue(who))

    assert client.get("/admin/").status_code == 302
    assert client.get("/admin/welcome/user/").status_code == 302


@pytest.mark.parametrize(
    "page", ["/numbers/", "/numbers/introductions/", "/numbers/introductions.csv"]
)
def test_carols_pages_never_hold_a_name(client, carol, amina, priya, page):
    client.force_login(carol)
    text = client.get(page).content.decode()

    assert "Amina" not in text
    assert "Priya" not in text
