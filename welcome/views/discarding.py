"""Drafts: discard, undo, and what can still be brought back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from .. import actions
from ..access.opening import conversations_with_names
from ..access.permissions import May, requires, who
from ..models import Conversation, Letter
from ..models.discarding import KEPT_DAYS
from ..reading.discarded_drafts import listed
from ..reading.today import counted
from ..registries.discarded_drafts import kinds
from ..web.pagination import page_of
from ..web.undo_messages import say_with_undo

BACK = "The draft is back, as it was."


@require_POST
@requires(May.WELCOME_PEOPLE)
def discard_conversation(request: HttpRequest, pk: UUID) -> HttpResponse:
    return discarded(
        request, get_object_or_404(conversations_with_names(who(request)), pk=pk)
    )


def discarded(request: HttpRequest, conversation: Conversation) -> HttpResponse:
    """Discard it, and offer to undo that on Today."""
    draft = actions.discard_conversation(conversation, by=who(request))
    words = "Draft discarded."
    if not draft.person.is_open:
        words = f"Draft discarded. {draft.person} is on the waiting list."
    say_with_undo(
        request, words, reverse("welcome:restore_conversation", args=[draft.pk])
    )
    return redirect("welcome:today")


@require_POST
@requires(May.WELCOME_PEOPLE)
def restore_conversation(request: HttpRequest, pk: UUID) -> HttpResponse:
    draft = get_object_or_404(conversations_with_names(who(request)), pk=pk)
    actions.restore_conversation(draft, by=who(request))
    messages.success(request, BACK)
    return redirect("welcome:conversation", draft.pk)


@require_POST
@requires(May.WELCOME_PEOPLE)
def discard_letter(request: HttpRequest, pk: UUID) -> HttpResponse:
    draft = actions.discard_letter(_letter(request, pk), by=who(request))
    say_with_undo(
        request, "Draft discarded.", reverse("welcome:restore_letter", args=[pk])
    )
    return redirect("welcome:attachments", draft.person_id)


@require_POST
@requires(May.WELCOME_PEOPLE)
def restore_letter(request: HttpRequest, pk: UUID) -> HttpResponse:
    draft = actions.restore_letter(_letter(request, pk), by=who(request))
    messages.success(request, BACK)
    if draft.attachment_id:
        return redirect("welcome:attachments", draft.person_id)
    return redirect("welcome:letter", draft.pk)


@require_safe
@requires(May.WELCOME_PEOPLE)
def discarded_drafts(request: HttpRequest) -> HttpResponse:
    """What this user wrote or discarded, kind by kind, with a button to undo it."""
    context = {"lists": listed(who(request)), "days": KEPT_DAYS}
    return render(request, "welcome/discarding/discarded_drafts.html", context)


@require_safe
@requires(May.WELCOME_PEOPLE)
def discarded_kind(request: HttpRequest, code: str) -> HttpResponse:
    """One kind, whole, page by page."""
    user = who(request)
    kind = next((one for one in kinds() if one.code == code), None)
    if kind is None:
        raise Http404
    page = page_of(kind.rows(user), request, by=kind.by)
    context = {
        "kind": kind,
        "items": [kind.item(row) for row in page.rows],
        "count": counted(kind, user),
        "page": page,
    }
    return render(request, "welcome/discarding/discarded_kind.html", context)


def _letter(request: HttpRequest, pk: UUID) -> Letter:
    return get_object_or_404(Letter.objects.visible_to(who(request)), pk=pk)
