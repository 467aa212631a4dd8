"""What never gets as far as a page, and what no browser may keep."""

import math
import re
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve


class Gate:
    """400 for an address that no database can hold, 413 for a body beyond reason.

    Files are counted too: two forms take one, and only from a browser that is signed
    in. Pages of somebody who is signed in are never kept, so that the next at this
    computer cannot go back to them.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "%00" in request.META.get("QUERY_STRING", ""):
            return render(None, "400.html", status=400)
        if _length(request) > _most(request):
            return render(None, "400.html", status=413)
        response = self.get_response(request)
        user = getattr(request, "_cached_user", None)
        if user is not None and user.is_authenticated:
            response["Cache-Control"] = "no-store"
        return response


def _length(request: HttpRequest) -> float:
    """How large a body says it is; what is no number is not read at all by Django."""
    said = (request.META.get("CONTENT_LENGTH") or "0").strip()
    if not re.fullmatch("[0-9]+", said):
        return 0
    return int(said) if len(said) < 16 else math.inf


def _most(request: HttpRequest) -> int:
    """How large a body may be here."""
    has_session = settings.SESSION_COOKIE_NAME in request.COOKIES
    usual = int(settings.DATA_UPLOAD_MAX_MEMORY_SIZE) * 2
    if not has_session:
        return usual
    try:
        door = resolve(request.path_info).view_name
    except Resolver404:
        return usual
    return int(settings.FILES_COME_TO.get(door, usual))
