"""A meeting with each of several people of a caseload, planned in one go."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format

from .. import actions
from ..access.caseload import held_among
from ..access.permissions import May, requires, who
from ..access.workplaces import workers_in_each
from ..forms.bulk_plans import BulkPlanForm, keys_of


@requires(May.WELCOME_PEOPLE)
def plan_several(request: HttpRequest) -> HttpResponse:
    """Whom, on which day, from when, and how long from one to the next."""
    user = who(request)
    people = held_among(user, keys_of(request.GET.getlist("who")))
    if not people:
        messages.info(request, "Tick the people you want to meet first.")
        return redirect("welcome:caseload")
    form = BulkPlanForm(
        request.POST or None,
        people=people,
        among=list(workers_in_each({person.team_id for person in people})),
        initial={"who": user.pk},
    )
    if form.is_valid():
        _plan(request, form)
        return redirect("welcome:caseload")
    context = {"form": form, "people": people}
    return render(request, "welcome/bulk_plans/plan_several.html", context)


def _plan(request: HttpRequest, form: BulkPlanForm) -> None:
    outcome = actions.plan_several(form.each(), by=who(request), **form.same())
    many, day = len(outcome.done), date_format(form.cleaned_data["day"], "l j F")
    if many:
        meetings = "1 meeting" if many == 1 else f"{many} meetings"
        messages.success(request, f"Planned: {meetings} on {day}.")
    for refusal in outcome.refusals:
        messages.warning(request, refusal)
