"""Guesses at the same moment are counted before they are looked at, one after another.

Real threads against a real server: each request has a connection of its own.
"""

import uuid

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.test import Client

from welcome.access import rate_limits
from welcome.actions import private_links
from welcome.models import FailedTry

from ..threads import many_at_once

pytestmark = pytest.mark.django_db(transaction=True)
WORD = "Copper teapot"


class Counted(MD5PasswordHasher):
    """Notes each word that is looked at."""

    looked_at: list[str] = []

    def verify(self, password, encoded):
        self.looked_at.append(password)
        return super().verify(password, encoded)


@pytest.fixture
def looked_at(settings):
    settings.PASSWORD_HASHERS = [f"{__name__}.Counted"]
    Counted.looked_at.clear()
    return Counted.looked_at


def test_of_forty_passwords_at_once_no_more_are_looked_at_than_one_by_one(
    priya, looked_at
):
    priya.set_password("a long walk by the Water of Leith")
    priya.save()

    def guess(n):
        said = {"login": priya.email, "password": f"guess {n}"}
        return Client().post("/accounts/login/", said).status_code

    answers = many_at_once(40, guess)

    assert len([w for w in looked_at if w.startswith("guess")]) <= 5
    assert answers.count(429) >= 35


def test_of_forty_words_at_once_no_more_are_looked_at_than_one_by_one(
    amina, priya, looked_at
):
    path = private_links.send_door(
        amina, by=priya, way="hand", once=uuid.uuid4(), question="", fact=WORD
    )
    many_at_once(40, lambda n: Client().post(path, {"fact": f"guess{n}"}).status_code)

    assert len([w for w in looked_at if w.startswith("guess")]) <= 5


def test_right_passwords_at_once_are_never_slowed(priya, looked_at):
    priya.set_password("a long walk by the Water of Leith")
    priya.save()
    said = {"login": priya.email, "password": "a long walk by the Water of Leith"}
    answers = many_at_once(
        4, lambda n: Client().post("/accounts/login/", said).status_code
    )

    assert answers == [302] * 4
    assert not FailedTry.objects.exists()


def test_tries_at_the_same_moment_are_each_counted_or_wait(rf):
    def is_let_through(n):
        return not rate_limits.tries(rf.get("/"), "a door", "someone").count()

    assert many_at_once(40, is_let_through).count(True) == 5
    assert {round(n) for n in FailedTry.objects.values_list("count", flat=True)} == {5}
