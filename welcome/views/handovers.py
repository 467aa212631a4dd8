"""Handing over: asking somebody else to hold a person, and their yes or no."""

from dataclasses import asdict
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from .. import actions
from ..access.handovers import (
    handover_offered,
    handover_to_answer,
    may_name_themselves,
    side_of,
)
from ..access.opening import story_before_a_yes
from ..access.permissions import May, open_record, requires, who
from ..forms.handovers import DeclineForm, HandOverForm
from ..models import Handover
from ..reading.banner import banner_for
from .story_pages import story_page


@requires(May.WELCOME_PEOPLE)
def hand_over(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask a colleague or another team. The page says what goes along."""
    person = open_record(who(request), pk)
    form = HandOverForm(request.POST or None, person=person, by=who(request))
    if form.is_valid():
        asked = actions.ask_to_hold(person, by=who(request), **form.cleaned_data)
        messages.success(
            request, f"Handover sent. Nothing changes until {asked.asked} accepts."
        )
        return redirect("welcome:person", person.pk)
    context = {"person": person, "banner": banner_for(person), "form": form}
    context["may_name_me"] = may_name_themselves(who(request), person)
    context["draft"] = person.conversations.drafts().first()
    return render(request, "welcome/handovers/hand_over.html", context)


@require_safe
@requires(May.WELCOME_PEOPLE)
def handover(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What is asked, why, and, where the person agreed, the story; then yes or no."""
    return _page(request, _visible(request, pk), DeclineForm())


@require_POST
@requires(May.WELCOME_PEOPLE)
def accept_handover(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Yes: they are with us from now on."""
    user = who(request)
    handover = actions.accept_handover(handover_to_answer(user, pk), by=user)
    messages.success(
        request, f"{handover.person} is with you now, with the whole story."
    )
    return redirect("welcome:person", handover.person_id)


@require_POST
@requires(May.WELCOME_PEOPLE)
def decline_handover(request: HttpRequest, pk: UUID) -> HttpResponse:
    """No, and what then."""
    handover, form = handover_to_answer(who(request), pk), DeclineForm(request.POST)
    if not form.is_valid():
        return _page(request, handover, form)
    actions.decline_handover(handover, by=who(request), **form.cleaned_data)
    messages.success(
        request, f"Declined. {handover.from_team} can read your answer and carry on."
    )
    return redirect("welcome:today")


@require_POST
@requires(May.WELCOME_PEOPLE)
def take_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It is not asked any more."""
    handover = actions.take_back(handover_offered(who(request), pk), by=who(request))
    messages.success(request, "Handover withdrawn. Nothing has changed.")
    return redirect("welcome:person", handover.person_id)


@require_POST
@requires(May.WELCOME_PEOPLE)
def mark_read(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The no was read."""
    handover = actions.mark_read(handover_offered(who(request), pk), by=who(request))
    return redirect("welcome:hand_over", handover.person_id)


def _visible(request: HttpRequest, pk: UUID) -> Handover:
    return get_object_or_404(Handover.objects.visible_to(who(request)), pk=pk)


def _page(request: HttpRequest, handover: Handover, form: DeclineForm) -> HttpResponse:
    user = who(request)
    context: dict[str, object] = {
        "handover": handover,
        "form": form,
        **asdict(side_of(user, handover)),
    }
    passages = story_before_a_yes(user, handover)
    if passages is not None:
        path = reverse("welcome:handover", args=[handover.pk])
        context["banner"] = banner_for(handover.person)
        context["story"] = story_page(passages, request, path=path)
    return render(request, "welcome/handovers/handover.html", context)
