"""The first meeting: proposed, moved, confirmed, and as a file for a calendar."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from welcome.access.permissions import who
from welcome.models import User
from welcome.reading.planning import PlanningChecks
from welcome.refusals import Refused

from .. import actions
from ..access.either_side import for_either_side
from ..access.opening import is_ours, may_read_story, with_all_of_it
from ..access.workers import workers_on_side_of
from ..actions.first_meeting_sides import can_meet
from ..forms.first_meetings import MeetForm
from ..models import FirstMeeting, Referral
from ..models.first_meetings import CANCELLED
from ..reading.calendar_file import answer_with
from ..reading.meeting_card import (
    confirm_form,
    first_meeting_of,
    is_to_say_yes,
)
from ..reading.to_tell import tell_them_yourself
from .referral_page import shown


@for_either_side
def meet(request: HttpRequest, pk: UUID) -> HttpResponse:
    """When, where and who; or another time than the one that stands there."""
    user, referral = who(request), _referral(request, pk)
    can_meet(referral)
    last = first_meeting_of(referral)
    now = last if last and last.is_planned else None
    form = MeetForm(
        request.POST or None,
        initial=MeetForm.after(last),
        now=now,
        ours=workers_on_side_of(user, referral),
        me=user,
        called=referral.called,
        checks=PlanningChecks(referral.team, referral.called, referral.person),
    )
    other = referral.partner if is_ours(user, referral) else f"the {referral.team}"
    if form.is_valid() and _proposed(referral, form, request):
        said = f"Proposed. Waiting for {other} to confirm."
        messages.success(request, f"{said} {_about_the_old(user, now)}".strip())
        return redirect("referrals:referral", pk)
    context = {"form": form, "referral": referral, "now": now, "other": other}
    return render(request, "referrals/first_meetings/meet.html", context)


@require_POST
@for_either_side
def confirm_meeting(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The other side says yes."""
    user, meeting = who(request), _meeting(request, pk)
    referral = _referral(request, meeting.referral_id)
    form = confirm_form(user, referral, meeting, request.POST)
    if not form.is_valid() and is_to_say_yes(user, referral, meeting):
        return shown(request, referral.pk, confirm_form=form)
    actions.confirm_meeting(meeting, by=user, **form.cleaned_data)
    messages.success(request, "Confirmed. Everyone who is coming can see it now.")
    return redirect("referrals:referral", referral.pk)


@require_safe
@for_either_side
def meeting_file(request: HttpRequest, pk: UUID) -> HttpResponse:
    """For a calendar. Whose story is closed meanwhile, only that no one comes."""
    referral = _referral(request, pk)
    meeting = first_meeting_of(referral)
    open_to_them = may_read_story(who(request), referral)
    cancelled = meeting and meeting.state in CANCELLED
    if meeting is None or not (open_to_them or cancelled):
        raise Http404
    return answer_with(meeting)


def _referral(request: HttpRequest, pk: UUID) -> Referral:
    visible = with_all_of_it(Referral.objects.visible_to(who(request)))
    return get_object_or_404(visible, pk=pk)


def _meeting(request: HttpRequest, pk: UUID) -> FirstMeeting:
    rows = FirstMeeting.objects.visible_to(who(request)).select_related("referral")
    return get_object_or_404(rows, pk=pk)


def _about_the_old(user: User, now: FirstMeeting | None) -> str:
    """What is still to be said of the time that no longer applies."""
    if now is None:
        return ""
    now.refresh_from_db()
    return tell_them_yourself(user, now)


def _proposed(referral: Referral, form: MeetForm, request: HttpRequest) -> bool:
    """A no of the rules is said beside what was typed."""
    try:
        actions.propose_meeting(referral, by=who(request), **form.cleaned_data)
    except Refused as why:
        form.add_error(None, str(why))
        return False
    return True
