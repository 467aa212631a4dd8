"""A handover stands on Today once: under “Now” for whoever answers it."""

import pytest

from .. import factories as make
from ..reading_pages import text

ANSWER, WAITING = "Answer handover", "Your team holds them until then."


@pytest.fixture
def lewis(team):
    """Priya's colleague."""
    return make.make_welcomer(team, name="Lewis Grant")


def today(client, user):
    client.force_login(user)
    return text(client.get("/today/"))


def test_whoever_is_asked_answers_and_whoever_asked_waits(
    client, amina, priya, team, lewis
):
    make.ask_to_hold(amina, by=priya, to_team=team, to_worker=lewis)
    theirs, ours = today(client, lewis), today(client, priya)
    assert ANSWER in theirs
    assert WAITING not in theirs
    assert WAITING in ours
    assert ANSWER not in ours
