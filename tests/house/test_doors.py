"""Every address, asked by every member of the cast. A missing row fails."""

import pytest
from django.urls import get_resolver
from django.urls.resolvers import URLResolver

from livingwell import health

from .doors import CAST, DOORS, FOR_MACHINES, ROOMS
from .knocking import knock, signed_in, who_can_pass


@pytest.fixture
def ready(valkey, monkeypatch):
    """A worker that answers, and a slow machine that has all the time it needs."""
    monkeypatch.setattr(health, "_PATIENCE", 60)
    monkeypatch.setattr(health, "_heart", lambda: {"worker_seconds": 0})


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


def test_somebody_can_pass_each_door():
    shut = [door for door in DOORS if not who_can_pass(door)]
    assert shut == FOR_MACHINES, (
        "nobody of the cast can pass: give the world what they need"
    )


@pytest.mark.parametrize("room", [*ROOMS, ""])
def test_doors(request, room, things, valkey, ready):
    browsers = [
        signed_in(None if who == "nobody" else request.getfixturevalue(who))
        for who in CAST
    ]
    wrong = []
    for door, (how, thing, expected, *said) in DOORS.items():
        if door.rpartition(":")[0] != room:
            continue
        found = tuple(knock(b, door, things, valkey).status_code for b in browsers)
        if found != expected:
            row = ", ".join(map(repr, (how, thing, found, *said))).replace("'", '"')
            wrong.append(f'"{door}": ({row}),')
    assert not wrong, "these rows would be true:\n" + "\n".join(wrong)


@pytest.mark.parametrize("who", ["priya", "omar", "carol", "edith", "stranger"])
def test_the_admin_pages_are_for_administrators(request, db, client, who):
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
