"""The page (409) for what an action refused, with the sentence and what was typed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ..refusals import LinkedAway, Refused
from .exception_pages import ExceptionPages
from .forms_kept import words_typed


class SayWhy(ExceptionPages):
    """Show the sentence on a page (409), where an error page would say nothing."""

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
