"""On a person's own page: what was agreed, with whom, and ending it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from welcome.models import Passage, User
from welcome.refusals import Refused, Stale
from welcome.views.own_page.guard import Own, at_own_door

from .. import actions
from ..forms import ToldAgainForm
from ..forms.agreements import EndingForm
from ..matching.objections import said_no_to
from ..models import FirstMeeting, Note, Outcome, Referral, ToldAgain
from ..reading.calendar_file import answer_with
from ..reading.meeting_card import first_meeting_of
from .seen import add_refusal, seen_on, status_of

_CHANGED = (
    "We haven’t ended this agreement yet. Your help from {partner} has changed since "
    "you opened this page. Read it again, and end the agreement if you still want to."
)


@at_own_door
def my_agreements(request: HttpRequest, own: Own) -> HttpResponse:
    """Who was asked to help, what they may read, and how they say it goes."""
    return _page(request, own)


@at_own_door
def my_withdrawal(request: HttpRequest, own: Own, pk: UUID) -> HttpResponse:
    """What happens, in plain words; then at once."""
    referral = get_object_or_404(_sent(own), pk=pk)
    if not (referral.agreement and referral.agreement.is_live):
        return redirect("referrals:my_agreed", own.token)
    form = EndingForm(request.POST if "end" in request.POST else None)
    if form.is_valid() and _ended(request, referral, form):
        messages.success(request, f"{referral.partner} can no longer read your story.")
        return redirect("referrals:my_agreed", own.token)
    ahead = referral.first_meetings.planned().filter(at__gt=timezone.now())
    context = {
        "own": own,
        "here_now": "agreed",
        "referral": referral,
        "meeting": ahead.first(),
        "form": form,
    }
    status = status_of(form)
    return render(
        request, "referrals/agreements/my_withdrawal.html", context, status=status
    )


@require_POST
@at_own_door
def my_thinking_again(request: HttpRequest, own: Own, pk: UUID) -> HttpResponse:
    """A partner to whom they said no may be asked again after all."""
    objection = get_object_or_404(said_no_to(own.person), pk=pk)
    actions.lift_objection(objection, by=_their_hand())
    messages.success(request, f"We can ask {objection.partner} again, if you agree.")
    return redirect("referrals:my_agreed", own.token)


def _ended(request: HttpRequest, referral: Referral, form: EndingForm) -> bool:
    """Whether it was ended; if their page was old, the page as it is now says so."""
    try:
        actions.end_sharing(
            referral, by=_their_hand(), seen=seen_on(request), **form.cleaned_data
        )
    except Stale:
        referral.refresh_from_db()
        add_refusal(form, Stale(_CHANGED.format(partner=referral.partner)))
        return False
    return True


@at_own_door
def my_told_again(request: HttpRequest, own: Own, pk: UUID) -> HttpResponse:
    """Whether they had to repeat themselves."""
    referral = get_object_or_404(_sent(own), pk=pk)
    form = ToldAgainForm(request.POST, prefix=str(pk))
    if request.method == "POST" and form.is_valid():
        actions.say_told_again(referral, by=_their_hand(), **form.cleaned_data)
        messages.success(request, "Thank you. This helps us to get it right.")
        return redirect("referrals:my_agreed", own.token)
    return _page(request, own, wrong=form if request.method == "POST" else None)


@at_own_door
def my_meeting_file(request: HttpRequest, own: Own, pk: UUID) -> HttpResponse:
    """When and where, for their own calendar."""
    meeting = first_meeting_of(get_object_or_404(_sent(own), pk=pk))
    if meeting is None:
        raise Http404
    return answer_with(meeting)


@require_POST
@at_own_door
def my_not_coming(request: HttpRequest, own: Own, pk: UUID) -> HttpResponse:
    """The time does not suit them. Both sides are told, and can propose another."""
    meeting = first_meeting_of(get_object_or_404(_sent(own), pk=pk))
    if meeting is None:
        raise Http404
    if str(meeting.pk) != request.POST.get("meeting"):
        raise Refused("There is a new time for this meeting. Look at it first.")
    actions.call_off_meeting(meeting, by=_their_hand())
    messages.success(request, "Cancelled. We’ll tell everyone who was coming.")
    return redirect("referrals:my_agreed", own.token)


def _sent(own: Own) -> QuerySet[Referral]:
    """What was sent for this person, the newest first."""
    rows = own.person.referrals.exclude(sent_at=None)
    return rows.select_related("partner", "team", "worker", "agreement", "request")


def _page(
    request: HttpRequest, own: Own, wrong: ToldAgainForm | None = None
) -> HttpResponse:
    told = ToldAgain.objects.filter(when=ToldAgain.When.OWN_PAGE)
    passages = Passage.objects.in_order()
    met = FirstMeeting.objects.with_names().newest_first()
    rows = _sent(own).prefetch_related(
        Prefetch("agreement__passages", queryset=passages),
        Prefetch("told_again", queryset=told, to_attr="said"),
        Prefetch("outcomes", queryset=Outcome.objects.select_related("by")),
        Prefetch("first_meetings", queryset=met, to_attr="met"),
        Prefetch("notes", queryset=Note.objects.select_related("by")),
    )
    context = {
        "own": own,
        "here_now": "agreed",
        "wrong": wrong,
        "objections": said_no_to(own.person),
        "referrals": [
            (referral, _question(referral, wrong))
            for referral in rows.order_by("-sent_at", "-pk")
        ],
    }
    return render(request, "referrals/agreements/my_agreed.html", context)


def _question(referral: Any, wrong: ToldAgainForm | None) -> ToldAgainForm | None:
    """Asked of each partner who said yes, until it is answered."""
    if referral.worker_id is None or referral.said:
        return None
    if wrong and wrong.prefix == str(referral.pk):
        return wrong
    return ToldAgainForm(prefix=str(referral.pk))


def _their_hand() -> User:
    return User.objects.hand("person")
