"""Is the process up, and can it work? JSON for machines, no names, no sign-in."""

import time
from collections.abc import Callable

import psycopg
import redis
from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

#: Seconds for one part to answer; a heart that has not beaten for this long is still.
_PATIENCE, _STILL_AFTER = 1, 60
#: Seconds that the oldest due message may wait before something is wrong.
_OUTBOX_LATE = 300


@require_safe
@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    return JsonResponse({"ok": True})


@require_safe
@never_cache
def readyz(request: HttpRequest) -> JsonResponse:
    """200 when every part is there, 503 with the part that is not."""
    parts: dict[str, object] = {}
    for name, ask in (("database", _outbox), ("broker", _heart)):
        parts |= _asked(name, ask)
    worker, outbox = parts.get("worker_seconds"), parts.get("outbox_seconds")
    ok = (
        isinstance(worker, int)
        and worker < _STILL_AFTER
        and isinstance(outbox, int)
        and outbox < _OUTBOX_LATE
    )
    return JsonResponse({"ok": ok, **parts}, status=200 if ok else 503)


def _asked(name: str, ask: Callable[[], dict[str, object]]) -> dict[str, object]:
    try:
        return {name: "up"} | ask()
    except (psycopg.Error, redis.RedisError):
        return {name: "down"}


def _outbox() -> dict[str, object]:
    """Seconds since the oldest message that is due should have gone.

    Asked on a connection of its own, so that a full pool or a hanging server
    cannot make this page hang too.
    """
    with psycopg.connect(
        _dsn(), connect_timeout=_PATIENCE, autocommit=True
    ) as database:
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


def _heart() -> dict[str, object]:
    """Seconds since a worker last answered the scheduler through the broker."""
    valkey = redis.Redis.from_url(
        settings.REDIS_URL, socket_timeout=_PATIENCE, socket_connect_timeout=_PATIENCE
    )
    beaten = valkey.get("livingwell:heartbeat")
    seconds = int(time.time() - float(beaten)) if beaten else None
    return {"worker_seconds": seconds}
