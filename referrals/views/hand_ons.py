"""A partner knows a better place: proposed, asked of the person, answered."""

from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from welcome.access.permissions import May, open_record, requires, who
from welcome.reading.banner import banner_for
from welcome.refusals import Stale
from welcome.web.pagination import Page, page_of
from welcome.web.post_redirect_get import posted_before, redirect_with_form

from .. import actions
from ..access.safeguarding import at_the_top
from ..forms import AgreeForm, DeclineForm, HandOnForm
from ..models import HandOn, Offer
from ..models.offers import ROOMIEST_FIRST, OfferQuerySet
from ..reading.hand_ons import AT_MOST, can_be_suggested, choices_for
from .agree_and_send import until_when
from .parts_to_share import Shareable, place_of, shareable
from .referral_page import theirs
from .seen import add_refusal, seen_on, status_of


@requires(May.ANSWER_REFERRALS)
def hand_on(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The partner says who would help better. The person is asked first."""
    referral = theirs(request, pk)
    form = HandOnForm(request.POST or None, offers=can_be_suggested(referral))
    if form.is_valid():
        said = {"seen": seen_on(request)} | form.cleaned_data
        actions.propose_hand_on(referral, by=who(request), **said)
        words = (
            f"Suggested. We’ll ask {referral.called} first, and tell you the answer."
        )
        messages.success(request, words)
        return redirect("referrals:referral", referral.pk)
    choices = choices_for(referral)
    context = {
        "form": form,
        "referral": referral,
        "person": referral.person,
        "for_this_need": _page(choices.for_this_need, request, "fitting"),
        "others": _page(choices.others, request, "others"),
        "chosen": request.POST.getlist("offer"),
    }
    return render(request, "referrals/hand_ons/hand_on.html", context)


def _page(offers: OfferQuerySet, request: HttpRequest, mark: str) -> Page:
    every = Offer.objects.by_room()
    by = ROOMIEST_FIRST
    return page_of(offers, request, by=by, size=AT_MOST, mark=mark, keys_from=every)


@requires(May.SEND_REFERRALS)
def answer_hand_on(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The team asks the person: what may the better place read?"""
    proposal = _proposal(request, pk)
    person = open_record(who(request), proposal.referral.person_id)
    whole = shareable(who(request), person)
    said = request.POST or posted_before(request)
    form = whole.ask(AgreeForm, said, initial=until_when())
    if request.method == "POST" and form.is_tentative:
        at = place_of(request, form)
        return redirect_with_form(request, "referrals:answer_hand_on", pk, at=at)
    if form.is_valid():
        agreed = {k: v for k, v in form.cleaned_data.items() if k != "may_go_on"}
        agree = partial(actions.agree_hand_on, proposal, by=who(request), **agreed)
        if _answered(form, request, agree):
            partner = proposal.offer.partner
            done = f"Referral sent. {person.possessive} story is with {partner}."
            messages.success(request, done)
            return redirect("welcome:person", person.pk)
    return _hand_on_page(request, proposal, form, DeclineForm(), whole)


@require_POST
@requires(May.SEND_REFERRALS)
def decline_hand_on(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It stays as it is, and the partner hears why."""
    proposal = _proposal(request, pk)
    person = open_record(who(request), proposal.referral.person_id)
    form = DeclineForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        no = partial(actions.decline_hand_on, proposal, by=who(request), **said)
        if _answered(form, request, no):
            messages.success(request, "Nothing has changed. We’ve told the partner.")
            return redirect("referrals:referral", proposal.referral_id)
    whole = shareable(who(request), person)
    agree = whole.ask(AgreeForm, None, initial=until_when())
    return _hand_on_page(request, proposal, agree, form, whole)


def _proposal(request: HttpRequest, pk: UUID) -> HandOn:
    mine = HandOn.objects.visible_to(who(request)).select_related(
        "referral__partner", "offer__partner", "proposed_by"
    )
    return get_object_or_404(mine, pk=pk)


def _answered(form: Form, request: HttpRequest, act: Callable[..., object]) -> bool:
    """Whether it was done; if the page was old, that stands above what was typed."""
    try:
        act(seen=seen_on(request))
    except Stale as why:
        add_refusal(form, why)
        return False
    return True


def _hand_on_page(
    request: HttpRequest,
    proposal: HandOn,
    form: AgreeForm,
    decline: DeclineForm,
    whole: Shareable,
) -> HttpResponse:
    status = max(status_of(form), status_of(decline))
    if status != HTTPStatus.OK:  # the page that is given back shows it as it is now
        proposal = _proposal(request, proposal.pk)
    person = proposal.referral.person
    context: dict[str, object] = {
        "proposal": proposal,
        "person": person,
        "banner": banner_for(
            person, safeguarding=at_the_top(who(request), proposal.referral)
        ),
        "form": form,
        "decline": decline,
        "whole": whole,
    }
    template = "referrals/hand_ons/answer_hand_on.html"
    return render(request, template, context, status=status)
