"""A worker is killed with 200 messages in the outbox: all 200 arrive."""

import os
import signal
import subprocess
import sys
import time
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.conf import settings
from django.db import connection

from welcome import trail
from welcome.models import Message

from .. import factories as make

MANY = 200
pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def world(tmp_path):
    """What a real worker and scheduler need, with the test's own database."""
    url = urlsplit(os.environ["DATABASE_URL"])
    name = connection.settings_dict["NAME"]
    return os.environ | {
        "DATABASE_URL": urlunsplit(url._replace(path=f"/{name}")),
        "VAR_DIR": str(tmp_path),
        "OUTBOX_WAITS": "2",
        "OUTBOX_SWEEP_SECONDS": "1",
        "REDIS_URL": settings.REDIS_URL.removesuffix("/0") + "/5",
    }


def start(world, *command):
    return subprocess.Popen(
        [sys.executable, "-m", "celery", "--app=livingwell", "--quiet", *command],
        env=world,
        start_new_session=True,
        stdin=subprocess.DEVNULL,
        stdout=open(f"{world['VAR_DIR']}/log", "ab"),
        stderr=subprocess.STDOUT,
    )


def kill(process):
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def wait_until(true, seconds=25):
    until = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < until, "waited too long"
        time.sleep(0.005)


def test_all_200_arrive_after_the_worker_was_killed(world, tmp_path):
    person = make.make_person()
    worker = make.make_user()
    event = trail.record("test.happened", about=person, person=person, by=worker)
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
