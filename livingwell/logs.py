"""Logs: one JSON line each, and never a word about anybody.

A line says what happened to the service, not to a person. Paths go in without their
query, errors as types and places in the code without their messages, because the
message of an error may hold what somebody typed.
"""

import logging
import logging.config
import time
import traceback
import uuid
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from pythonjsonlogger.json import JsonFormatter

requests = logging.getLogger("livingwell.requests")

#: Where a request keeps its id, for the line of an error in it.
_ID = "livingwell.request_id"
#: Everything else that a record carries is left out.
MAY_BE_SAID = {
    "request_id",
    "method",
    "path",
    "status",
    "ms",
    "user_id",
    "problem",
    "message_id",
    "attempts",
    "where",
    "part",
}
#: Loggers whose messages are templates with the facts kept apart. Of any other, whose
#: messages may hold anything, only the fact that it spoke is kept.
KNOWN = {"livingwell", "welcome", "referrals", "storybooks", "demo"}
KNOWN |= {"django", "celery", "gunicorn"}


class Discreet(JsonFormatter):
    """A JSON line of time, level, logger, our own message, and what may be said."""

    def add_fields(
        self, log_data: dict[str, Any], record: logging.LogRecord, message_dict: Any
    ) -> None:
        log_data["time"] = self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z")
        log_data["level"] = record.levelname
        log_data["logger"] = record.name
        log_data["event"] = _event(record)
        log_data |= {
            key: value for key, value in vars(record).items() if key in MAY_BE_SAID
        }
        if request := getattr(record, "request", None):
            log_data["request_id"] = getattr(request, "META", {}).get(_ID)
        if record.exc_info and record.exc_info[0]:
            log_data["problem"] = record.exc_info[0].__name__
            log_data["where"] = _frames(record.exc_info[2])

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {}
        self.add_fields(line, record, {})
        return str(self.serialize_log_record(line))


def says_more(record: logging.LogRecord) -> bool:
    """Django notes every 5xx; without an error, our own line has said it already."""
    return bool(record.exc_info)


def _event(record: logging.LogRecord) -> str:
    """The template of the message, never its arguments, never an error as message."""
    if not isinstance(record.msg, str):
        return type(record.msg).__name__
    known = record.name.partition(".")[0] in KNOWN
    return record.msg[:200] if known else "…"


def _frames(trace: Any) -> list[str]:
    """File, line and function of each step: enough to mend it, and nothing typed."""
    steps = traceback.extract_tb(trace)
    return [f"{s.filename.rpartition('/')[2]}:{s.lineno} {s.name}" for s in steps][-12:]


class EachRequest:
    """One line for each request, and an id that leads from a page to its line."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        began = time.monotonic()
        request_id = request.META[_ID] = uuid.uuid4().hex[:12]
        response = self.get_response(request)
        response["X-Request-ID"] = request_id
        response.setdefault(
            "Permissions-Policy", "camera=(), microphone=(), geolocation=()"
        )
        user = getattr(request, "_cached_user", None)
        requests.info(
            "request",
            extra={
                "request_id": request_id,
                "method": request.method,
                "path": _without_doors(request.path),
                "status": response.status_code,
                "ms": round((time.monotonic() - began) * 1000),
                "user_id": str(user.pk) if user and user.pk else None,
            },
        )
        return response


#: What follows these in an address of allauth is a key, as in a private link.
_KEYS = ("/reset/key/", "/confirm-email/")


def _without_doors(path: str) -> str:
    """The path up to where a key begins: that is never written down."""
    for door in (*settings.PRIVATE_LINKS, *_KEYS):
        before, found, _ = path.partition(door)
        if found:
            return f"{before}{found}…"
    return path


def set_up() -> None:
    logging.config.dictConfig(
        {
            "version": 1,
            "disable_existing_loggers": False,
            "formatters": {"discreet": {"()": Discreet}},
            "filters": {
                "says_more": {
                    "()": "django.utils.log.CallbackFilter",
                    "callback": says_more,
                }
            },
            "handlers": {
                "out": {
                    "class": "logging.StreamHandler",
                    "formatter": "discreet",
                    "stream": "ext://sys.stdout",
                },
            },
            "root": {"handlers": ["out"], "level": settings.LOG_LEVEL},
            "loggers": {
                "django.request": {"level": "ERROR", "filters": ["says_more"]},
                "django.security": {"level": "ERROR"},
                "django.server": {"level": "ERROR"},
                # gunicorn brings a handler of its own, which would write all it has
                "gunicorn.error": {"handlers": ["out"], "propagate": False},
            },
        }
    )
