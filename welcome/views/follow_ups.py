"""Meetings with a person who has been heard: what is planned, and what took place."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from .. import actions
from ..access.permissions import May, open_record, requires, who
from ..forms.huddles import members
from ..forms.meeting_series import SeriesForm
from ..forms.meetings import MeetingForm, planned_again
from ..linking import family
from ..models import Meeting, Person, User
from ..reading.due_words import moment_in_words
from ..reading.planning import PlanningChecks
from ..reading.to_tell import tell_them_yourself
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
    known = family.meetings_of(person)
    first = planned_again(known, again) or {"who": who(request).pk}
    return _planned(request, person, _form(SeriesForm, request, person, first))


@requires(May.WELCOME_PEOPLE)
def move_follow_up(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Another time than the one that is planned; it starts with what was said."""
    mine = Meeting.objects.visible_to(who(request)).exclude(person=None)
    meeting = get_object_or_404(mine.select_related("person"), pk=pk)
    person = open_record(who(request), meeting.about.pk)
    first = MeetingForm.of(meeting) | {"instead_of": meeting.pk}
    form = _form(MeetingForm, request, person, first)
    return _planned(request, person, form, now=meeting)


def _form(
    kind: type[MeetingForm],
    request: HttpRequest,
    person: Person,
    first: dict[str, object],
) -> MeetingForm:
    return kind(
        request.POST or None,
        initial=first,
        site=person.site,
        among=members(person.team),
        checks=PlanningChecks(person.team, person.known_as, person),
    )


def _planned(
    request: HttpRequest, person: Person, form: MeetingForm, now: Meeting | None = None
) -> HttpResponse:
    status = 200
    if form.is_valid():
        try:
            said = _kept(person, form, who(request))
        except Stale as why:
            form.add_error(None, str(why))
            status = 409
        else:
            messages.success(request, f"{said} {_about_the_old(now)}".strip())
            return redirect("welcome:meetings", person.pk)
    context = {"person": person, "form": form, "now": now}
    page = "welcome/follow_ups/plan.html"
    return render(request, page, context, status=status)


def _about_the_old(now: Meeting | None) -> str:
    """What is still to be said of the time that no longer applies."""
    if now is None:
        return ""
    now.refresh_from_db()
    return tell_them_yourself(now)


def _kept(person: Person, form: MeetingForm, by: User) -> str:
    """One meeting or a series; what was planned, in a sentence."""
    plan = form.planned()
    worker, first = plan["who"].name, moment_in_words(plan["at"])
    if not (isinstance(form, SeriesForm) and form.days.kept):
        actions.plan_follow_up(person, by=by, **plan)
        return f"Planned: {worker}, {first}."
    made = actions.plan_series(
        person,
        by=by,
        times=form.moments,
        who=plan["who"],
        how=plan["how"],
        place=plan["place"],
        planned_anyway=plan["planned_anyway"],
        against=plan["against"],
    )
    sentence = f"Planned: {len(made)} meetings with {worker}, the first {first}."
    return f"{sentence}{form.skipped_in_words}"
