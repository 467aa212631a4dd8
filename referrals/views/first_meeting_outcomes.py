"""How a first meeting went, or that it is cancelled; and what happens next."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from welcome.access.permissions import who
from welcome.forms.meeting_outcomes import OutcomeForm
from welcome.models import Meeting, User
from welcome.reading.due_words import day_in_words
from welcome.refusals import Refused

from .. import actions
from ..access.either_side import for_either_side
from ..access.opening import is_ours
from ..models import FirstMeeting, Referral
from ..models.first_meeting_constraints import CAN_MEET
from ..reading.to_tell import tell_them_yourself


@for_either_side
def settle_meeting(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What happened, and the step that follows. The other side is told."""
    user, meeting = who(request), _meeting(request, pk)
    referral = meeting.referral
    if not meeting.is_planned:
        return _said_before(request, meeting)
    form = OutcomeForm(
        request.POST or None,
        is_due=meeting.is_over,
        can_plan=referral.is_shared and referral.state in CAN_MEET,
        cancelled=f"We cancelled, or {_others(user, referral)} did",
    )
    if form.is_valid():
        said = form.settled()
        meeting = actions.settle_meeting(
            meeting,
            by=user,
            state=said["state"],
            next_step=said["next_step"],
            reach_on=said["reach_on"],
            nothing_why=said["nothing_why"],
        )
        told = f"{_said(meeting)} {tell_them_yourself(user, meeting)}"
        messages.success(request, told.strip())
        return redirect(_next_page(meeting))
    context = {"meeting": meeting, "referral": referral, "form": form}
    return render(request, "referrals/first_meetings/outcome.html", context)


def _meeting(request: HttpRequest, pk: UUID) -> FirstMeeting:
    rows = FirstMeeting.objects.visible_to(who(request))
    about = ("person", "partner", "team", "agreement")
    rows = rows.select_related(*(f"referral__{one}" for one in about))
    return get_object_or_404(rows, pk=pk)


def _others(user: User, referral: Referral) -> str:
    return str(referral.partner if is_ours(user, referral) else referral.team)


def _said_before(request: HttpRequest, meeting: FirstMeeting) -> HttpResponse:
    """Pressed twice it is said once; someone who says otherwise is told."""
    if request.POST.get("state") != meeting.state:
        raise Refused(
            f"{meeting.settled_by} has already changed this. It is now "
            f"“{meeting.how_it_is}”."
        )
    return redirect("referrals:referral", meeting.referral_id)


def _next_page(meeting: FirstMeeting) -> str:
    if meeting.next_step == Meeting.NextStep.AGAIN:
        return reverse("referrals:meet", args=[meeting.referral_id])
    return reverse("referrals:referral", args=[meeting.referral_id])


def _said(meeting: FirstMeeting) -> str:
    if meeting.state == FirstMeeting.State.KEPT:
        return "Saved. Thank you."
    if meeting.reach_on:
        day = day_in_words(meeting.reach_on)
        return f"Saved, and we’ve told the other side. Try to reach them by {day}."
    return "Saved. We’ve told the other side."
