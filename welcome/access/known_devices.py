"""Browsers that an account or a private link has let in before.

A signed cookie holds a random mark of the browser and a keyed hash of each account or
link that it opened: nothing that a reader of the cookie could use. It opens nothing. It
only says that failures elsewhere do not count for this browser: see `rate_limits`.
"""

import secrets

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import salted_hmac

_SALT = "known-device"
_DAYS = 90
_MOST = 12


def mark_of(request: HttpRequest, door: str, subject: str) -> str:
    """The mark of a browser that opened this account or link before; else nothing."""
    mark, known = _read(request)
    return mark if _hash(door, subject) in known else ""


def remember(
    request: HttpRequest, response: HttpResponseBase, door: str, subject: str
) -> None:
    """Let the browser keep that it was let in. Call it after the last factor."""
    mark, known = _read(request)
    entry = _hash(door, subject)
    kept = [entry, *(one for one in known if one != entry)][:_MOST]
    response.set_cookie(
        _cookie(),
        signing.dumps([mark or secrets.token_urlsafe(9), kept], salt=_SALT),
        max_age=_DAYS * 24 * 60 * 60,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _read(request: HttpRequest) -> tuple[str, list[str]]:
    signed, age = request.COOKIES.get(_cookie(), ""), _DAYS * 24 * 60 * 60
    try:
        mark, known = signing.loads(signed, salt=_SALT, max_age=age)
    except (signing.BadSignature, ValueError, TypeError):
        return "", []
    return mark, known


def _cookie() -> str:
    """By its prefix a browser takes it from this host alone, and only over https."""
    return f"__Host-{_SALT}" if settings.SESSION_COOKIE_SECURE else _SALT


def _hash(door: str, subject: str) -> str:
    return salted_hmac(f"known device {door}", subject).hexdigest()[:24]
