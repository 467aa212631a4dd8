"""Meetings with a person who has been heard: what is planned, and what took place."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from .. import actions
from ..access.permissions import May, open_record, requires, who
from ..forms.huddles import members
from ..forms.meetings import MeetingForm, planned_again
from ..linking import family
from ..models import Meeting, Person
from ..reading.due_words import moment_in_words
from ..reading.planning import PlanningChecks
from ..refusals import Stale
from ..web.pagination import page_of


@require_safe
@requires(May.WELCOME_PEOPLE)
def meetings(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What is planned, the nearest first; what is over, the newest first."""
    person = open_record(who(request), pk)
    rows = family.meetings_of(person)
    planned, over = rows.planned(), rows.exclude(state=Meeting.State.PLANNED)
    context = {
        "person": person,
        "ahead": page_of(planned, request, by=("at", "pk"), mark="ahead"),
        "page": page_of(over, request, by=("-at", "-pk")),
    }
    return render(request, "welcome/follow_ups/meetings.html", context)


@requires(May.WELCOME_PEOPLE)
def plan_follow_up(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One more meeting. It starts with this user."""
    person = open_record(who(request), pk)
    again = request.GET.get("again", "")
    known = family.meetings_of(person).order_by("-at")[:100] if again else []
    first = planned_again(known, again) or {"who": who(request).pk}
    return _planned(request, person, first)


@requires(May.WELCOME_PEOPLE)
def move_follow_up(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Another time than the one that is planned; it starts with what was said."""
    mine = Meeting.objects.visible_to(who(request)).exclude(person=None)
    meeting = get_object_or_404(mine.select_related("person"), pk=pk)
    person = open_record(who(request), meeting.about.pk)
    first = MeetingForm.of(meeting) | {"instead_of": meeting.pk}
    return _planned(request, person, first, now=meeting)


def _planned(
    request: HttpRequest,
    person: Person,
    first: dict[str, Any],
    now: Meeting | None = None,
) -> HttpResponse:
    form = MeetingForm(
        request.POST or None,
        initial=first,
        site=person.site,
        among=members(person.team),
        checks=PlanningChecks(person.team, person.known_as, person),
    )
    status = 200
    if form.is_valid():
        try:
            meeting = actions.plan_follow_up(person, by=who(request), **form.planned())
        except Stale as why:
            form.add_error(None, str(why))
            status = 409
        else:
            messages.success(request, _said(meeting))
            return redirect("welcome:meetings", person.pk)
    context = {"person": person, "form": form, "now": now}
    page = "welcome/follow_ups/plan.html"
    return render(request, page, context, status=status)


def _said(meeting: Meeting) -> str:
    day = timezone.localtime(meeting.at)
    return f"Planned: {meeting.who.name}, {moment_in_words(day)}."
