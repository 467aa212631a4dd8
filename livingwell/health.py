"""Is the process up, and can it work? JSON for machines, no names, no sign-in."""

import threading
import time
from collections.abc import Callable

import psycopg
import redis
from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from redis.backoff import NoBackoff
from redis.retry import Retry

#: Seconds in which every part must have answered, or it counts as down.
_PATIENCE = 1.5
#: A heart that has not beaten for so many seconds is still.
_STILL_AFTER = 60
#: Seconds that the oldest due message may wait before something is wrong.
_OUTBOX_LATE = 300

Facts = dict[str, object]


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"ok": True})


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when every part is there, 503 with the part that is not."""
    parts = _ask_all({"database": _outbox, "broker": _heart})
    worker, outbox = parts.get("worker_seconds"), parts.get("outbox_seconds")
    ok = (
        isinstance(worker, int)
        and worker < _STILL_AFTER
        and isinstance(outbox, int)
        and outbox < _OUTBOX_LATE
    )
    return JsonResponse({"ok": ok, **parts}, status=200 if ok else 503)


def _ask_all(questions: dict[str, Callable[[], Facts]]) -> Facts:
    """Ask all at once, so that one that hangs cannot make this page hang too."""
    answers: dict[str, Facts] = {}
    threads = [
        threading.Thread(target=_ask, args=(name, ask, answers), daemon=True)
        for name, ask in questions.items()
    ]
    until = time.monotonic() + _PATIENCE
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(until - time.monotonic(), 0))
    facts: Facts = {}
    for name in questions:
        facts |= answers.get(name, {name: "down"})
    return facts


def _ask(name: str, ask: Callable[[], Facts], answers: dict[str, Facts]) -> None:
    try:
        answers[name] = {name: "up"} | ask()
    except Exception:  # whatever it is, this page says so and never breaks
        answers[name] = {name: "down"}


def _outbox() -> Facts:
    """Seconds since the oldest message that is due should have gone.

    Asked on a connection of its own, so that a full pool cannot hide the database.
    """
    with psycopg.connect(_dsn(), connect_timeout=2, autocommit=True) as database:
        database.execute("SET statement_timeout = 1000")
        row = database.execute(
            "SELECT extract(epoch FROM now() - min(due_at))::int FROM welcome_message "
            "WHERE sent_at IS NULL AND due_at <= now()"
        ).fetchone()
    return {"outbox_seconds": (row[0] if row else 0) or 0}


def _dsn() -> str:
    facts = settings.DATABASES["default"]
    names = {
        "NAME": "dbname",
        "USER": "user",
        "PASSWORD": "password",
        "HOST": "host",
        "PORT": "port",
    }
    given = {names[key]: str(facts[key]) for key in names if facts.get(key)}
    return psycopg.conninfo.make_conninfo("", **given)


def _heart() -> Facts:
    """Seconds since a worker last answered the scheduler through the broker."""
    once = Retry(NoBackoff(), 0)
    with redis.Redis.from_url(
        settings.REDIS_URL, socket_timeout=1, socket_connect_timeout=1, retry=once
    ) as valkey:
        beaten = valkey.get("livingwell:heartbeat")
    seconds = int(time.time() - float(beaten)) if beaten else None
    return {"worker_seconds": seconds}
