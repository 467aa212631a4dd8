"""Giving the words back: what was typed is never lost to a closed door.

When a form arrives and cannot be taken (the session has ended, the page was too old,
the database is away), the answer is a page that holds everything that was typed,
ready to be sent again.
"""

import re

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

#: Never shown or sent again: keys of doors, not words of people.
_KEPT_BACK = re.compile(
    r"csrfmiddlewaretoken|.*password.*|code|fact|credential"
).fullmatch

#: Fields that hold no words of people: versions, keys, which button was pressed.
_MACHINERY = re.compile(
    r"v_\w+|(?:.*-)?(?:once|seen)|began|website|finish|save|discard|kept_as"
).fullmatch

#: What each reason answers with, so that scripts can tell them apart.
_STATUS = {"away": 401, "stale": 403, "offline": 503, "finished": 409, "discarded": 409}


def give_back_words(request: HttpRequest, reason: str = "away") -> HttpResponse:
    """The page that gives the words back. `reason`: a key of `_STATUS`."""
    fields = _fields(request)
    typed = words_typed(request)
    context = {
        "fields": fields,
        "typed": typed,
        "action": request.get_full_path(),
        "reason": reason,
    }
    response = render(request, "away.html", context, status=_STATUS[reason])
    response["Cache-Control"] = "no-store"
    return response


def words_typed(request: HttpRequest) -> list[str]:
    """The words of people in a form, without versions, keys and secrets."""
    return [value for name, value in _fields(request) if value and not _MACHINERY(name)]


def _fields(request: HttpRequest) -> list[tuple[str, str]]:
    secret = settings.ACCOUNT_PAGES, reverse("admin:index")
    if request.path.startswith(secret):  # nothing typed there is ever shown again
        return []
    return [
        (name, value)
        for name, values in request.POST.lists()
        if not _KEPT_BACK(name)
        for value in values
    ]


def stale(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from an old page (CSRF_FAILURE_VIEW).

    Only for a form that came from our own pages: one from elsewhere must never be
    offered for sending again, or a stranger's words would be a click away.
    """
    if request.method == "POST" and _is_ours(request) and request.POST:
        return give_back_words(request, "stale")
    return render(request, "403.html", status=403)


def _is_ours(request: HttpRequest) -> bool:
    scheme = "https" if request.is_secure() else "http"
    return request.headers.get("Origin") == f"{scheme}://{request.get_host()}"
