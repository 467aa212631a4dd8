"""One referral: the whole shared story on one page, and what can be done with it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST, require_safe

from welcome.access.permissions import May, requires, who

from .. import actions
from ..access.either_side import for_either_side
from ..access.workers import workers_at
from ..forms import AcceptForm, AskForm, NoteForm
from ..matching.already_said import already_said
from ..models import Question, Referral
from .referral_page import answer_form, shown, theirs
from .seen import seen_on


@require_safe
@for_either_side
def referral(request: HttpRequest, pk: UUID) -> HttpResponse:
    """For the partner what was agreed; for the team what was sent, and how it goes."""
    return shown(request, pk)


@require_POST
@requires(May.ANSWER_REFERRALS)
def accept(request: HttpRequest, pk: UUID) -> HttpResponse:
    referral = theirs(request, pk)
    form = AcceptForm(request.POST, workers=workers_at(referral.partner_id))
    if form.is_valid():
        seen = seen_on(request)
        actions.accept(referral, by=who(request), seen=seen, **form.cleaned_data)
        messages.success(request, f"Thank you. You’re now helping {referral.person}.")
        return redirect("referrals:referral", referral.pk)
    return shown(request, pk, accept_form=form)


@require_POST
@requires(May.ANSWER_REFERRALS)
def ask(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask, and it is asked once: first of all of what they can read already."""
    referral = theirs(request, pk)
    form = AskForm(request.POST, prefix="ask")
    already = already_said(referral, form, request.POST)
    if already:
        return shown(request, pk, ask_form=form, already=already)
    if form.is_valid():
        actions.ask(referral, by=who(request), **form.cleaned_data)
        messages.success(
            request, "Question sent. We’ll tell you as soon as they answer."
        )
        return redirect("referrals:referral", referral.pk)
    return shown(request, pk, ask_form=form)


@require_POST
@requires(May.SEND_REFERRALS)
def answer(request: HttpRequest, pk: UUID, question: UUID) -> HttpResponse:
    """The person's answer, written down by the team that asked them."""
    ours = Referral.objects.from_teams_of(who(request))
    asked = get_object_or_404(
        Question.objects.filter(referral__in=ours).select_related("referral"),
        pk=question,
        referral_id=pk,
    )
    form = answer_form(asked, request.POST)
    if form.is_valid():
        actions.answer(asked, by=who(request), **form.cleaned_data)
        messages.success(request, "Answer sent. We’ve told the partner.")
        return redirect("referrals:referral", pk)
    return shown(request, pk, wrong=form)


@require_POST
@requires(May.ANSWER_REFERRALS)
def note(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How it is going, in a sentence or two."""
    referral = theirs(request, pk)
    form = NoteForm(request.POST, prefix="note")
    if form.is_valid():
        actions.add_note(referral, by=who(request), **form.cleaned_data)
        messages.success(request, "Note added. The Welcome Team can read it.")
        return redirect("referrals:referral", referral.pk)
    return shown(request, pk, note_form=form)
