"""When the database is away: say so, say what to do, and give the words back."""

import logging
from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from . import away

logger = logging.getLogger(__name__)


class SayWhatToDo:
    """Turn a lost database into a page (503) that keeps what was typed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        except (OperationalError, InterfaceError) as problem:
            return _answer(request, problem)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if isinstance(exception, OperationalError | InterfaceError):
            return _answer(request, exception)
        return None


def _answer(request: HttpRequest, problem: Exception) -> HttpResponse:
    logger.error("database away", extra={"problem": type(problem).__name__})
    if request.method == "POST" and request.POST:
        response = away.give_back_words(request, "offline")
    else:
        response = render(request, "503.html", status=503)
    response["Retry-After"] = "10"
    return response
