"""Answers about rows of an imported list that may be someone we know."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from ..access.permissions import May, requires, who
from ..actions import import_answers, imports
from ..forms.imports import choice_for_all, choices_in
from ..models import Import


@require_POST
@requires(May.IMPORT_PEOPLE)
def choose(request: HttpRequest, pk: UUID) -> HttpResponse:
    """For each row that may be someone we know: what it is."""
    taken = get_object_or_404(Import.objects.visible_to(who(request)), pk=pk)
    posted = request.POST.dict()
    chosen, seen = choices_in(posted), posted.get("seen", "")
    answer = choice_for_all(posted)
    if answer is None:
        imports.choose(taken, by=who(request), seen=seen, choices=chosen)
    else:
        chosen = import_answers.choose_for_all(
            taken, by=who(request), seen=seen, rows=chosen, choice=answer
        )
    messages.success(request, _answered(list(chosen.values())))
    return redirect("welcome:import", taken.pk)


def _answered(answers: list[str]) -> str:
    count = sum(map(bool, answers))
    words = "1 answer" if count == 1 else f"{count} answers"
    later = len(answers) - count
    left = f", {later} left for later" if later else ""
    return f"{words} saved{left}. Nothing has been imported yet."
