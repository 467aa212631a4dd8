"""Ten thousand stories to two hundred partners, while the worker is killed three times.

REFERRALS= sets how many. Everything is real: actions, outbox, Valkey, Celery's worker
and beat as processes of their own, messages as files. Nothing may be lost, and nobody
may get the same message twice.
"""

import os
import re
import signal
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from html import unescape
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from livingwell.processes import programs
from livingwell.processes.supervised import Part, stop_all
from referrals import actions
from referrals.models import Referral
from welcome.models import Message

from . import load_town

KILLED = 3
ANSWERS = 1000
#: One question more and the inbox has become slow by design.
MOST_QUERIES = 12
#: The link to the next page of those who wait.
_OLDER = re.compile(r'href="(\?after=[^"]+)"')


class Broken(Exception):
    """Something was lost, or said twice, or asks too much of the database."""


@dataclass
class Sent:
    referrals: int
    seconds: float
    messages: int
    all_seconds: float
    again: int


def measure() -> list[dict[str, object]]:
    many = int(os.environ.get("REFERRALS") or 10_000)
    town = load_town.build(many)
    sent = send_all(town, dict(os.environ), Path(settings.VAR_DIR))
    answered, seconds = answer(town, min(ANSWERS, many))
    return [
        {
            "what": f"{sent.referrals} referrals to {load_town.PARTNERS} partners",
            "referrals_per_second": round(sent.referrals / sent.seconds, 1),
            "messages": sent.messages,
            "messages_per_second": round(sent.messages / sent.all_seconds, 1),
            "workers_killed": KILLED,
            "lost": 0,
            "twice": 0,
            "carried_again_after_a_kill": sent.again,
        },
        {
            "what": f"{answered} answers by partners",
            "a_minute": round(answered / seconds * 60),
        },
        *inbox(town, many),
    ]


def send_all(town: load_town.Town, environment: dict[str, str], var: Path) -> Sent:
    """Send everything, killing the worker on the way; then wait, and count."""
    environment = environment | {"OUTBOX_SWEEP_SECONDS": "1", "OUTBOX_WAITS": "2"}
    (var / "log").mkdir(parents=True, exist_ok=True)
    parts = [
        part
        for part in programs.ours(environment, var, "127.0.0.1", 0)
        if part.name != "web"
    ]
    before = Message.objects.count()
    kills = {len(town.people) * n // (KILLED + 1) for n in range(1, KILLED + 1)}
    began = time.perf_counter()
    try:
        for part in parts:
            part.start()
        for n, person in enumerate(town.people):
            _send(town, person, n)
            if n in kills:
                _kill(parts[0])
        seconds = time.perf_counter() - began
        _wait_until(lambda: not Message.objects.filter(sent_at=None).exists(), 900)
    finally:
        stop_all(parts)
    all_seconds = time.perf_counter() - began
    messages = Message.objects.filter(event__site=town.site)
    _nothing_lost(town, var / "mail")
    return Sent(
        referrals=len(town.people),
        seconds=seconds,
        messages=Message.objects.count() - before,
        all_seconds=all_seconds,
        again=messages.filter(attempts__gt=1).count(),
    )


def _send(town: load_town.Town, person: load_town.Person, n: int) -> None:
    made = actions.prepare(
        person,
        by=town.welcomer,
        once=uuid.uuid4(),
        words="Would you sit with me while I open them?",
        need="money",
        urgency="usual",
        offers=[town.offers[n % len(town.offers)]],
    )
    actions.agree_and_send(
        made,
        by=town.welcomer,
        seen=made.seen,
        passages=list(person.passages.all()),
        words="Aye, send them that.",
        how="phone",
        until_on=timezone.localdate() + timedelta(days=180),
    )


def _kill(worker: Part) -> None:
    """As the machine would: no goodbye, in the middle of whatever it does."""
    assert worker.process is not None
    os.killpg(worker.process.pid, signal.SIGKILL)
    worker.process.wait()
    worker.start()


def _nothing_lost(town: load_town.Town, mail: Path) -> None:
    """Each reader of each referral has one message, and each message is there once."""
    messages = Message.objects.filter(event__site=town.site)
    arrived = messages.filter(template="referral_arrived")
    expected = len(town.people) * load_town.READERS
    if arrived.count() != expected:
        raise Broken(f"{arrived.count()} messages for {expected} readers")
    pairs = arrived.values_list("to", "reference").distinct().count()
    if pairs != expected:
        raise Broken(f"{expected - pairs} readers were told twice")
    files = {file.stem for file in mail.glob("*.eml")}
    missing = {str(pk) for pk in messages.values_list("pk", flat=True)} - files
    if missing:
        raise Broken(f"{len(missing)} messages never arrived")


def answer(town: load_town.Town, many: int) -> tuple[int, float]:
    """Yes, no, and a question, in turn, by whoever works there; and the seconds."""
    rows = Referral.objects.filter(team=town.team, state="sent")
    waiting = list(rows.select_related("partner", "person", "request")[:many])
    began = time.perf_counter()
    for n, referral in enumerate(waiting):
        by = town.workers[referral.partner_id]
        if n % 3 == 0:
            actions.accept(referral, by=by, seen=referral.seen)
        elif n % 3 == 1:
            actions.give_back(
                referral,
                by=by,
                seen=referral.seen,
                reason="elsewhere",
                suggestion="Ask Lantern.",
            )
        else:
            actions.ask(referral, by=by, words="Which of the letters comes first?")
    return len(waiting), time.perf_counter() - began


def inbox(town: load_town.Town, many: int) -> list[dict[str, object]]:
    """One partner with so many open at once: the first page, and the next one."""
    worker = load_town.crowd_one_partner(town, many)
    client = Client(HTTP_HOST="localhost")
    client.force_login(worker)
    first, address = _page(client, "/referrals/", many)
    return [first, _page(client, address, many, "its next page")[0]]


def _page(
    client: Client, address: str, many: int, what: str = "the inbox"
) -> tuple[dict[str, object], str]:
    with CaptureQueriesContext(connection) as asked:
        page = client.get(address)
    queries = sum(q["sql"] not in ("BEGIN", "COMMIT") for q in asked)
    times = []
    if queries > MOST_QUERIES:
        raise Broken(f"{what} asks {queries} questions of the database")
    for _ in range(15):
        began = time.perf_counter()
        client.get(address)
        times.append((time.perf_counter() - began) * 1000)
    row = {
        "what": f"{what} of a partner with {many} open referrals",
        "median_ms": round(sorted(times)[len(times) // 2], 1),
        "queries": queries,
    }
    older = _OLDER.search(page.content.decode())
    return row, address.partition("?")[0] + unescape(older[1]) if older else address


def _wait_until(true: Callable[[], bool], seconds: float) -> None:
    until = time.monotonic() + seconds
    while not true():
        if time.monotonic() > until:
            raise Broken("the outbox did not become empty")
        time.sleep(0.1)
