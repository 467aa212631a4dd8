"""Telling a browser that its words have arrived, so that it forgets its copy."""

import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

#: The name that a browser gave its locked copy: it tells nothing (see `locked.js`).
_NAME = re.compile(r"[0-9a-f]{64}").fullmatch


class SayTaken:
    """Every form that was taken is answered with a redirect: then, and only then."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.method == "POST" and response.status_code == 302:
            name = request.POST.get("kept_as", "")
            if _NAME(name):
                _say(response, name)
        return response


def _say(response: HttpResponse, name: str) -> None:
    response.set_cookie(
        "taken",
        name,
        max_age=300,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Strict",
    )
