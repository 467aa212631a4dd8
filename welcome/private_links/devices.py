"""Telling the reader's own browser from another that has the same link and word.

A link belongs to the browser that opened it first. A second one, even with the right
word, waits until the first says yes. A browser is known by a random key in a cookie,
of which only the hash is kept.
"""

import hashlib
import secrets

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from ..models import Device, PrivateLink

_COOKIE = "own-door"
_SECONDS = 60 * 24 * 60 * 60


@transaction.atomic
def meet(request: HttpRequest, link: PrivateLink) -> Device:
    """This browser at this door, after the right word. The first one is theirs."""
    key = request.COOKIES.setdefault(_COOKIE, secrets.token_urlsafe(32))
    PrivateLink.objects.select_for_update().get(pk=link.pk)
    known = link.devices.filter(key_hash=_hash(key)).first()
    if known:
        return known
    is_first = not link.devices.exists()
    return Device.objects.create(
        link=link,
        key_hash=_hash(key),
        confirmed_at=timezone.now() if is_first else None,
    )


def this_one(request: HttpRequest, link: PrivateLink) -> Device | None:
    key = request.COOKIES.get(_COOKIE, "")
    return link.devices.filter(key_hash=_hash(key)).first()


def keep(request: HttpRequest, response: HttpResponse) -> None:
    """Let the browser keep its key, for this door's addresses only."""
    response.set_cookie(
        _COOKIE,
        request.COOKIES[_COOKIE],
        max_age=_SECONDS,
        path=settings.OWN_PAGES,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _hash(key: str) -> str:
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()
