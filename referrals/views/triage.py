"""One after the other: read a story, answer it, and the next one due comes."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from welcome.access.permissions import May, requires, who
from welcome.refusals import Refused

from .. import actions
from ..access.opening import is_at_its_partner, open_referral
from ..access.workers import workers_at
from ..deadlines.next_due import keys_due, next_after, place_of
from ..forms import AcceptForm, AskForm, GiveBackForm
from ..matching.already_said import Said, already_said
from ..models import Referral, State
from .referral_page import page, theirs
from .seen import seen_on

#: The three choices: what they do, and what is said once it is done.
_CHOICES: dict[str, tuple[Callable[..., Any], str]] = {
    "yes": (actions.accept, "Thank you. You’re now helping {person}."),
    "ask": (
        actions.ask,
        "Question sent. The deadline is paused until {person} answers.",
    ),
    "back": (actions.give_back, "Given back. {person} still has someone."),
}


@requires(May.ANSWER_REFERRALS)
def triage(request: HttpRequest) -> HttpResponse:
    """Begins with what is due first; or says that no one waits."""
    keys = keys_due(who(request))
    if keys:
        return redirect(_turn(keys[0]))
    return render(request, "referrals/answering/triage_done.html")


@requires(May.ANSWER_REFERRALS)
def triage_at(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One referral as one calm screen: the story, and three choices beside it."""
    if request.method == "POST":
        return _answered(request, pk)
    return _shown(request, pk)


def _answered(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The choice is made, and the next one due comes; or what was missing is said."""
    choice = request.POST.get("choice", "")
    referral, user = theirs(request, pk), who(request)
    forms = _forms(referral, request)
    if choice not in forms:  # what was typed is shown again where it is refused
        raise Refused("Choose one first: accept, ask a question, or give back.")
    form = forms[choice]
    if not form.is_valid():
        return _shown(request, pk, choice, form)
    if choice == "ask" and (found := already_said(referral, form, request.POST)):
        return _shown(request, pk, choice, form, already=found)
    before, (act, said) = keys_due(user), _CHOICES[choice]
    seen = {} if choice == "ask" else {"seen": seen_on(request)}
    act(referral, by=user, **seen, **form.cleaned_data)
    messages.success(request, said.format(person=referral.called))
    follows = next_after(pk, before, keys_due(user))
    return redirect(_turn(follows) if follows else reverse("referrals:triage"))


def _shown(
    request: HttpRequest,
    pk: UUID,
    choice: str = "",
    wrong: Form | None = None,
    already: list[Said] | None = None,
) -> HttpResponse:
    """A Look, as every opening. What is answered or closed already stands elsewhere."""
    user = who(request)
    referral = open_referral(user, pk)
    if not is_at_its_partner(user, referral) or not _waits(referral):
        return redirect("referrals:referral", pk)
    forms = _forms(referral) | ({choice: wrong} if wrong else {})
    context = page(referral, user) | {
        "place": place_of(pk, keys_due(user)),
        "choice": choice if wrong else "",
        "already": already,
        **{f"{name}_form": form for name, form in forms.items()},
    }
    return render(request, "referrals/answering/triage.html", context)


def _waits(referral: Referral) -> bool:
    return referral.state == State.SENT and referral.is_shared


def _forms(referral: Referral, request: HttpRequest | None = None) -> dict[str, Form]:
    said = request.POST if request else None
    return {
        "yes": AcceptForm(said, workers=workers_at(referral.partner_id), prefix="yes"),
        "ask": AskForm(said, prefix="ask"),
        "back": GiveBackForm(said, prefix="back"),
    }


def _turn(pk: UUID) -> str:
    """With the cursor on its heading."""
    return reverse("referrals:triage_at", args=[pk]) + "#turn"
