"""A partner's note or farewell joins the story, when the person has said yes."""

from contextlib import suppress
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from welcome.access.permissions import May, open_record, requires, who

from .. import actions
from ..models import Note, Outcome, Referral


@require_POST
@requires(May.SEND_REFERRALS)
def learn(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The team asked: one note, or the words of the farewell, become part of it."""
    ours = Referral.objects.from_teams_of(who(request))
    referral = get_object_or_404(ours, pk=pk)
    open_record(who(request), referral.person_id)
    actions.learn(_said(request, referral), by=who(request))
    messages.success(request, "Added to the story. It says who wrote it, and when.")
    return redirect("referrals:referral", referral.pk)


def _said(request: HttpRequest, referral: Referral) -> Note | Outcome:
    asked = request.POST.get("note")
    if asked is None and (outcome := referral.outcome):
        return outcome
    with suppress(ValueError):
        return get_object_or_404(referral.notes, pk=UUID(asked or ""))
    raise Http404
