"""How long a door stays open, and that no one works here without a second factor."""

import time
from collections.abc import Callable
from typing import cast

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from ..models import User
from ..web import forms_kept
from .sign_in import lacks_second_factor

_RENEWED_EVERY = 60  # seconds


class AbsoluteLimit:
    """End a session some hours after sign-in, however busy; ask for a second factor.

    The idle limit is Django's own (SESSION_COOKIE_AGE). It is renewed once a minute:
    a page that is only read then writes nothing of its own.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.session.session_key and request.user.is_authenticated:
            _renew(request)
            if self._is_over(request):
                logout(request)
            elif self._must_add_factor(request):
                if request.method == "POST":
                    return forms_kept.give_back_words(request)
                return redirect(reverse("mfa_index"))
        return self.get_response(request)

    def _is_over(self, request: HttpRequest) -> bool:
        began = request.session.setdefault("began", time.time())
        return bool(time.time() - began > settings.SESSION_MAX_HOURS * 3600)

    def _must_add_factor(self, request: HttpRequest) -> bool:
        if request.path.startswith(_open()):
            return False
        return lacks_second_factor(cast(User, request.user))


def forget_ended() -> None:
    """Delete sessions that are over, with any message in them that no one read."""
    SessionStore.clear_expired()


def _open() -> tuple[str, ...]:
    """Pages that someone without a second factor may still open: to set one up."""
    health = reverse("healthz"), reverse("readyz")
    return settings.ACCOUNT_PAGES, settings.STATIC_URL, *health


def _renew(request: HttpRequest) -> None:
    """The idle time begins again with each page that they open."""
    now = int(time.time())
    if now - request.session.get("seen", 0) >= _RENEWED_EVERY:
        request.session["seen"] = now
