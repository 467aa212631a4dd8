"""The moves that ask something first, and the bare ones: one button, one verb."""

from collections.abc import Callable
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from welcome.access.permissions import May, requires, who

from .. import actions
from ..forms import FarewellForm, GiveBackForm, PauseForm
from ..models import Referral
from .referral_page import theirs
from .seen import seen_on


@requires(May.ANSWER_REFERRALS)
def give_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Back to the welcome team, with a reason and an idea."""
    referral = theirs(request, pk)
    said = "Given back. We’ve told the Welcome Team. {person} still has someone."
    return _asked(
        request, referral, GiveBackForm, actions.give_back, "answering/give_back", said
    )


@requires(May.ANSWER_REFERRALS)
def farewell(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The partner's farewell: how it went, and whether the story was told again."""
    referral = theirs(request, pk)
    said = "Farewell said. {person} still has someone, and can always come back."
    ask = partial(FarewellForm, called=referral.called)
    return _asked(
        request, referral, ask, actions.say_farewell, "farewells/farewell", said
    )


@requires(May.ANSWER_REFERRALS)
def pause(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Why, and until when. The welcome team is told."""
    referral = theirs(request, pk)
    said = "Paused. We’ve told the Welcome Team. You can resume at any time."
    return _asked(request, referral, PauseForm, actions.pause, "answering/pause", said)


def _asked(
    request: HttpRequest,
    referral: Referral,
    ask: Callable[..., Form],
    act: Callable[..., Referral],
    page: str,
    said: str,
) -> HttpResponse:
    """Ask, act, answer: the same three beats for every move that needs words."""
    form = ask(request.POST or None)
    if form.is_valid():
        act(referral, by=who(request), seen=seen_on(request), **form.cleaned_data)
        messages.success(request, said.format(person=referral.called))
        return redirect("referrals:inbox")
    context = {"form": form, "referral": referral, "person": referral.person}
    return render(request, f"referrals/{page}.html", context)


def _bare(
    act: Callable[..., Any], needed: May, said: str
) -> Callable[..., HttpResponse]:
    """A view for a move that needs no words."""
    sent_to_us = needed == May.ANSWER_REFERRALS

    @require_POST
    @requires(needed)
    def moved(request: HttpRequest, pk: UUID) -> HttpResponse:
        everything = Referral.objects
        mine = (
            everything.to_partners_of(who(request))
            if sent_to_us
            else everything.from_teams_of(who(request))
        )
        referral = get_object_or_404(mine, pk=pk)
        act(referral, by=who(request), seen=seen_on(request))
        messages.success(request, said)
        return redirect("referrals:referral", referral.pk)

    return moved


resume = _bare(actions.resume, May.ANSWER_REFERRALS, "Resumed. Thank you.")


@requires(May.SEND_REFERRALS)
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What withdrawing would end is said first; then one press does it."""
    ours = Referral.objects.from_teams_of(who(request)).exclude(sent_at=None)
    rows = ours.select_related("person", "partner", "worker", "agreement", "moved_by")
    referral = get_object_or_404(rows, pk=pk)
    if request.method == "POST":
        actions.withdraw(referral, by=who(request), seen=seen_on(request))
        said = f"Withdrawn. {referral.partner} can no longer read the story."
        messages.success(request, said)
        return redirect("referrals:referral", referral.pk)
    context = {"referral": referral, "person": referral.person}
    return render(request, "referrals/agreements/withdraw.html", context)


stop_sharing = _bare(
    actions.withdraw_agreement,
    May.SEND_REFERRALS,
    "Agreement ended. The partner can no longer read the story.",
)
decide = _bare(
    actions.decide, May.SEND_REFERRALS, "Saved. We’ve stopped looking for now."
)
