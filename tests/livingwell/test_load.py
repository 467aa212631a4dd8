"""What `make bench` does to the worker, small: three kills, nothing lost or twice."""

import pytest

from bench import load, load_town
from welcome.models import Message

from ..worker_variables import surroundings

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
MANY = 24


@pytest.fixture
def environment(tmp_path):
    """What a real worker and scheduler need, with the test's own database."""
    return surroundings(tmp_path, broker=6)


def test_nothing_is_lost_or_twice_while_the_worker_is_killed(environment, tmp_path):
    town = load_town.build(MANY)

    sent = load.send_all(town, environment, tmp_path)

    assert sent.referrals == MANY
    assert sent.messages == MANY * load_town.READERS
    assert not Message.objects.filter(sent_at=None).exists()


def test_what_is_missing_is_noticed(tmp_path):
    town = load_town.build(1)
    load._send(town, town.people[0], 0)

    with pytest.raises(load.Broken, match="never arrived"):
        load._nothing_lost(town, tmp_path / "mail")


def test_answers_and_the_inbox_are_measured():
    town = load_town.build(60)
    for n, person in enumerate(town.people[:6]):
        load._send(town, person, n)

    answered, _ = load.answer(town, 6)
    rows = load.inbox(town, 60)

    assert answered == 6
    assert all(row["queries"] <= load.MOST_QUERIES for row in rows)
    assert rows[0]["what"] != rows[1]["what"]
