"""What is added to a safeguarding concern and what its lead decides, page by page."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from .. import actions
from ..access.permissions import who
from ..access.safeguarding import concern_to_add_to, concern_to_decide
from ..forms.safeguarding_decisions import (
    CloseForm,
    HideForm,
    ReopenForm,
    ShareForm,
    ShowForm,
    UpdateForm,
)
from ..models import SafeguardingConcern
from ..once import say_kept
from ..reading.safeguarding import partners_to_share_with
from ..refusals import Refused
from .safeguarding import for_everyone


@dataclass(frozen=True)
class Words:
    """What a page is called, what its button says, and what is said afterwards."""

    title: str
    button: str
    done: str


@for_everyone
def update_safeguarding(request: HttpRequest, pk: UUID) -> HttpResponse:
    """For the team and the leads: what is new."""
    concern = concern_to_add_to(who(request), pk).concern
    form = UpdateForm(request.POST or None, concern=concern)
    words = Words("Add an update", "Add update", "Update added.")
    if form.is_valid():
        note = actions.add_update(concern, by=who(request), **form.cleaned_data)
        both = "Both are below"
        say_kept(request, note, form.cleaned_data["once"], words.done, both)
        return redirect("welcome:safeguarding_concern", pk)
    return _page(request, concern, form, words)


@for_everyone
def share_safeguarding(request: HttpRequest, pk: UUID) -> HttpResponse:
    concern = concern_to_decide(who(request), pk)
    form = ShareForm(request.POST or None, partners=partners_to_share_with(concern))
    words = Words("Share with a partner", "Share", "Shared. They have been told.")
    return _decide(request, concern, form, words, actions.share_concern)


@require_POST
@for_everyone
def stop_sharing_safeguarding(
    request: HttpRequest, pk: UUID, share: UUID
) -> HttpResponse:
    concern = concern_to_decide(who(request), pk)
    shared = get_object_or_404(concern.shares.select_related("concern"), pk=share)
    actions.stop_sharing_concern(shared, by=who(request))
    messages.success(request, "They can no longer read it.")
    return redirect("welcome:safeguarding_concern", pk)


@for_everyone
def show_safeguarding(request: HttpRequest, pk: UUID) -> HttpResponse:
    """To the person, on their own page."""
    concern = concern_to_decide(who(request), pk)
    form = ShowForm(request.POST or None)
    words = Words("Show to the person", "Show it", "They can see it now.")
    return _decide(request, concern, form, words, actions.show_concern)


@for_everyone
def hide_safeguarding(request: HttpRequest, pk: UUID) -> HttpResponse:
    concern = concern_to_decide(who(request), pk)
    form = HideForm(request.POST or None)
    words = Words("Hide from the person", "Hide it", "It is hidden from them.")
    return _decide(request, concern, form, words, actions.hide_concern)


@for_everyone
def close_safeguarding(request: HttpRequest, pk: UUID) -> HttpResponse:
    concern = concern_to_decide(who(request), pk)
    form = CloseForm(request.POST or None)
    words = Words("Close this concern", "Close concern", "Closed.")
    return _decide(request, concern, form, words, actions.close_concern)


@for_everyone
def reopen_safeguarding(request: HttpRequest, pk: UUID) -> HttpResponse:
    concern = concern_to_decide(who(request), pk)
    form = ReopenForm(request.POST or None)
    words = Words("Reopen this concern", "Reopen concern", "Reopened.")
    return _decide(request, concern, form, words, actions.reopen_concern)


def _decide(
    request: HttpRequest,
    concern: SafeguardingConcern,
    form: Form,
    words: Words,
    act: Callable[..., object],
) -> HttpResponse:
    """Ask, do it, and go back to the concern. If refused, the form says why."""
    if form.is_valid():
        try:
            act(concern, by=who(request), **form.cleaned_data)
        except Refused as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, words.done)
            return redirect("welcome:safeguarding_concern", concern.pk)
    return _page(request, concern, form, words)


def _page(
    request: HttpRequest, concern: SafeguardingConcern, form: Form, words: Words
) -> HttpResponse:
    context = {"concern": concern, "form": form, "words": words}
    return render(request, "welcome/safeguarding/decide.html", context)
