"""Saying no kindly. An action that cannot be done raises Refused with a sentence."""

from collections.abc import Callable
from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from .away import words_typed

if TYPE_CHECKING:
    from .models import Person


class Refused(Exception):
    """The rules, or someone else a moment ago, made this impossible. Not a bug."""


class Stale(Refused):
    """What the page showed has changed since it was opened."""


class LinkedAway(Exception):
    """The record asked for is one with another by now (see `welcome.linking`)."""

    def __init__(self, asked: UUID, person: "Person", *, is_mine: bool) -> None:
        self.asked, self.person, self.is_mine = asked, person, is_mine
        super().__init__("This record is one with another now.")

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The same page of the record that stayed; or whose it is."""
        if self.is_mine and request.method != "POST":
            stayed = request.path.replace(str(self.asked), str(self.person.pk))
            return redirect(stayed)
        typed = words_typed(request) if request.method == "POST" else []
        context = {"person": self.person, "is_mine": self.is_mine, "typed": typed}
        status = 409 if request.method == "POST" else 200
        return render(request, "welcome/linked_away.html", context, status=status)


class SayWhy:
    """Show the sentence on a page (409), where an error page would say nothing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        if isinstance(exception, LinkedAway):
            return exception.answer(request)
        if isinstance(exception, Refused):
            typed = words_typed(request) if request.method == "POST" else []
            context = {"why": exception, "typed": typed}
            return render(request, "refused.html", context, status=409)
        return None
