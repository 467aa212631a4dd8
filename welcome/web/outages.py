"""When the database is away: say so, say what to do, and give the words back."""

import logging
import sys

from django.contrib.auth.models import AnonymousUser
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.defaults import server_error

from . import forms_kept
from .exception_pages import ExceptionPages

logger = logging.getLogger(__name__)
_AWAY = (OperationalError, InterfaceError)


class SayWhatToDo(ExceptionPages):
    """Turn a lost database into a page (503) that keeps what was typed."""

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        return _answer(request, exception) if isinstance(exception, _AWAY) else None


def say_what_went_wrong(request: HttpRequest) -> HttpResponse:
    """Django's handler500: what was lost on the way to a page, or on the way back.

    The session, for one, is read before any page begins; so the database may be
    away long before `SayWhatToDo` could see it.
    """
    problem = sys.exc_info()[1]
    if isinstance(problem, _AWAY):
        return _answer(request, problem)
    return server_error(request)


def _answer(request: HttpRequest, problem: BaseException) -> HttpResponse:
    logger.error("database away", extra={"problem": type(problem).__name__})
    # the page must not ask the database who this is, or what is to be told them
    request.user = AnonymousUser()
    if hasattr(request, "_messages"):
        del request._messages
    if request.method == "POST" and request.POST:
        response = forms_kept.give_back_words(request, "offline")
    else:
        response = render(request, "503.html", status=503)
    response["Retry-After"] = "10"
    return response
