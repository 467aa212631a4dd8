"""When a user works, and when the teams that they lead are open."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from .. import actions
from ..access.calendar_links import CALENDARS
from ..access.permissions import May, requires, who
from ..access.workplaces import teams_led_by
from ..forms.working_hours import OpeningHoursForm, WorkingHoursForm
from ..models import WorkingHours


@requires(*CALENDARS)
def working_hours(request: HttpRequest) -> HttpResponse:
    """The days and hours in which meetings can be planned for this user."""
    user = who(request)
    now = WorkingHours.objects.filter(user=user).first()
    form = WorkingHoursForm(request.POST or None, initial=WorkingHoursForm.of(now))
    if form.is_valid():
        actions.say_working_hours(user, by=user, **form.cleaned_data)
        messages.success(request, "Your working days are saved.")
        return redirect("welcome:settings")
    context = {"form": form}
    return render(request, "welcome/working_hours/working_hours.html", context)


@requires(May.SET_OPENING_HOURS)
def opening_hours(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The days and hours in which a team sees people; for those who lead it."""
    user = who(request)
    team = next((one for one in teams_led_by(user) if one.pk == pk), None)
    if team is None:
        raise Http404
    form = OpeningHoursForm(request.POST or None, initial=OpeningHoursForm.of(team))
    if form.is_valid():
        actions.say_opening_hours(team, by=user, **form.cleaned_data)
        messages.success(request, f"The opening hours of {team} are saved.")
        return redirect("welcome:settings")
    context = {"form": form, "team": team}
    return render(request, "welcome/working_hours/opening_hours.html", context)
