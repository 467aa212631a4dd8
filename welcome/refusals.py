"""Saying no kindly. An action that cannot be done raises Refused with a sentence."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from .away import words_typed


class Refused(Exception):
    """The rules, or someone else a moment ago, made this impossible. Not a bug."""


class SayWhy:
    """Show the sentence on a page (409), where an error page would say nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if isinstance(exception, Refused):
            typed = words_typed(request) if request.method == "POST" else []
            context = {"why": exception, "typed": typed}
            return render(request, "refused.html", context, status=409)
        return None
