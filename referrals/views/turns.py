"""Tried elsewhere, objected to, put right: each on a page of its own."""

from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from welcome.access.permissions import May, open_record, requires, who
from welcome.models import Person

from .. import actions
from ..access.either_side import for_either_side
from ..access.opening import is_ours
from ..forms import PutRightForm
from ..models import Objection, Offer, Referral
from ..models.referral_states import PUT_RIGHT
from .seen import seen_on


@require_POST
@requires(May.SEND_REFERRALS)
def try_elsewhere(request: HttpRequest, pk: UUID, offer: UUID) -> HttpResponse:
    """Given back: the same request to another offer, in one press."""
    ours = Referral.objects.from_teams_of(who(request))
    back = get_object_or_404(ours.select_related("request", "person"), pk=pk)
    person = open_record(who(request), back.person_id)
    offers = Offer.objects.visible_to(who(request)).filter(site_id=person.site_id)
    asked = back.request
    made = actions.prepare(
        person,
        by=who(request),
        once=uuid4(),
        words=asked.words,
        need=asked.need,
        urgency=asked.urgency,
        offers=[get_object_or_404(offers, pk=offer)],
        previous=back,
        despite=asked.despite,
    )
    return redirect("referrals:agree", made.pk)


@for_either_side
def put_right(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A slip of the hand: opened again, or annulled, with a reason."""
    visible = Referral.objects.visible_to(who(request))
    rows = visible.select_related("person", "team", "partner", "agreement")
    referral = get_object_or_404(rows, pk=pk)
    reopens = referral.state in PUT_RIGHT
    form = PutRightForm(request.POST or None)
    if form.is_valid():
        act = actions.reopen if reopens else actions.annul
        act(referral, by=who(request), seen=seen_on(request), **form.cleaned_data)
        said = (
            "Referral reopened."
            if reopens
            else "Referral cancelled. They can no longer read it."
        )
        messages.success(request, said)
        return redirect("referrals:referral", referral.pk)
    context = {
        "form": form,
        "referral": referral,
        "reopens": reopens,
        "ours": is_ours(who(request), referral),
    }
    return render(request, "referrals/referrals/put_right.html", context)


@require_POST
@requires(May.SEND_REFERRALS)
def object_to(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The person does not want this partner again."""
    ours = Referral.objects.from_teams_of(who(request)).select_related("partner")
    referral = get_object_or_404(ours.select_related("person"), pk=pk)
    actions.object_to(referral.person, referral.partner, by=who(request))
    messages.success(
        request, f"Saved. We’ll remind you if {referral.partner} comes up."
    )
    return redirect("referrals:referral", referral.pk)


@require_POST
@requires(May.SEND_REFERRALS)
def lift_objection(request: HttpRequest, pk: UUID) -> HttpResponse:
    """They have thought again."""
    theirs = Objection.objects.filter(
        person__in=Person.objects.visible_to(who(request))
    )
    objection = get_object_or_404(theirs.select_related("person", "partner"), pk=pk)
    actions.lift_objection(objection, by=who(request))
    messages.success(request, f"You can ask {objection.partner} again.")
    return redirect("welcome:person", objection.person_id)
