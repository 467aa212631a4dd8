"""The page (409) for what an action refused, with the sentence and what was typed."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ..refusals import LinkedAway, Refused
from .forms_kept import words_typed


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
            return _answer(exception, request)
        if isinstance(exception, Refused):
            typed = words_typed(request) if request.method == "POST" else []
            context = {"why": exception, "typed": typed}
            return render(request, "refused.html", context, status=409)
        return None


def _answer(away: LinkedAway, request: HttpRequest) -> HttpResponse:
    """The same page of the record that stayed; or whose it is."""
    if away.is_mine and request.method != "POST":
        stayed = request.path.replace(str(away.asked), str(away.person.pk))
        return redirect(stayed)
    typed = words_typed(request) if request.method == "POST" else []
    context = {"person": away.person, "is_mine": away.is_mine, "typed": typed}
    status = 409 if request.method == "POST" else 200
    return render(request, "welcome/linking/linked_away.html", context, status=status)
