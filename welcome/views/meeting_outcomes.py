"""How a planned meeting went, or that it is cancelled; and what happens next."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from .. import actions
from ..access.permissions import May, requires, who
from ..forms.meeting_outcomes import OutcomeForm
from ..models import Meeting
from ..reading.due_words import day_in_words
from ..reading.to_tell import tell_them_yourself
from ..refusals import Refused


@requires(May.WELCOME_PEOPLE)
def settle_meeting(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What happened, and the step that follows."""
    rows = Meeting.objects.visible_to(who(request))
    rows = rows.select_related("introduction__person", "person")
    meeting = get_object_or_404(rows, pk=pk)
    if meeting.state != Meeting.State.PLANNED:
        return _said_before(request, meeting)
    plan = _plan_again(meeting)
    form = OutcomeForm(
        request.POST or None,
        is_due=meeting.is_due,
        can_plan=bool(plan),
        in_series=meeting.series is not None,
    )
    if form.is_valid():
        meeting = actions.settle_meeting(meeting, by=who(request), **form.settled())
        said = f"{_said(meeting)} {tell_them_yourself(meeting)}"
        messages.success(request, said.strip())
        again = meeting.next_step == Meeting.NextStep.AGAIN
        return redirect(plan if again else meeting.page)
    context = {"meeting": meeting, "form": form}
    return render(request, "welcome/follow_ups/outcome.html", context)


def _said_before(request: HttpRequest, meeting: Meeting) -> HttpResponse:
    """Pressed twice it is said once; someone who says otherwise is told."""
    if request.POST.get("state") != meeting.state:
        raise Refused("This meeting is already settled. Open the page again.")
    return redirect(meeting.page)


def _plan_again(meeting: Meeting) -> str:
    """Where another time is planned, with what was said; or nowhere."""
    person, came = meeting.with_whom, meeting.introduction
    if came and came.is_waiting:
        return f"{meeting.page}?again={meeting.pk}#plan"
    if person and person.is_open:
        page = reverse("welcome:plan_follow_up", args=[person.pk])
        return f"{page}?again={meeting.pk}"
    return ""


def _said(meeting: Meeting) -> str:
    if meeting.reach_on:
        return f"Saved. Try to reach them by {day_in_words(meeting.reach_on)}."
    return "Saved. Thank you."
