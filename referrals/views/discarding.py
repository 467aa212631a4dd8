"""A request that was prepared and not sent: discard it, or undo that."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from welcome.access.permissions import May, requires, who
from welcome.models import User
from welcome.web.undo_messages import say_with_undo

from .. import actions
from ..models import Request
from .seen import seen_on


@require_POST
@requires(May.SEND_REFERRALS)
def discard(request: HttpRequest, pk: UUID) -> HttpResponse:
    made = actions.discard(
        _made(who(request), pk), by=who(request), seen=seen_on(request)
    )
    say_with_undo(
        request,
        "Draft discarded. Nothing was sent, and no one was told.",
        reverse("referrals:restore", args=[pk]),
    )
    return redirect("welcome:person", made.person_id)


@require_POST
@requires(May.SEND_REFERRALS)
def restore(request: HttpRequest, pk: UUID) -> HttpResponse:
    made = actions.restore(_made(who(request), pk), by=who(request))
    messages.success(request, "The draft is back, as it was. Nothing was sent.")
    return redirect("referrals:agree", made.pk)


def _made(user: User, pk: UUID) -> Request:
    mine = Request.objects.visible_to(user).select_related("person")
    return get_object_or_404(mine, pk=pk)
