"""A worker is killed with 200 messages in the outbox: all 200 arrive."""

import pytest

from welcome.audit import trail
from welcome.models import Message

from .. import factories as make
from .workers import kill, start, wait_until

MANY = 200
pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


def test_all_200_arrive_after_the_worker_was_killed(world, tmp_path):
    person = make.make_person()
    worker = make.make_user()
    event = trail.record("person.welcomed", about=person, person=person, by=worker)
    readers = [f"reader{n}@example.org" for n in range(MANY)]
    trail.tell(event, to=readers, template="introduction_made", path="/today/")

    def arrived():
        return len(list((tmp_path / "mail").glob("*.eml")))

    beat = start(world, "beat", "--pidfile=")
    first = start(world, "worker", "--concurrency=1")
    try:
        wait_until(lambda: arrived() >= 5)
        kill(first)
        before = arrived()
        assert before < MANY, "the worker was too quick to be killed"
        assert Message.objects.filter(sent_at=None).count() >= MANY - before - 1
        second = start(world, "worker", "--concurrency=1")
        wait_until(lambda: not Message.objects.filter(sent_at=None).exists())
        kill(second)
    finally:
        kill(beat)

    assert arrived() == MANY
    ids = {str(pk) for pk in Message.objects.values_list("pk", flat=True)}
    assert {file.stem for file in (tmp_path / "mail").glob("*.eml")} == ids
