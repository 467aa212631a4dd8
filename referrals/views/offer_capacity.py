"""Whether there is room, said in one press; routing respects it at once."""

from datetime import date, timedelta
from typing import Required, TypedDict
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from welcome.access.permissions import May, requires, who
from welcome.refusals import Refused

from .. import actions
from ..models import Capacity, Offer

#: What one press can say: how, and for how many weeks.
PRESSES: dict[str, tuple[str, int]] = {
    "open": (Capacity.OPEN, 0),
    "paused-2": (Capacity.PAUSED, 2),
    "paused-4": (Capacity.PAUSED, 4),
    "wait-4": (Capacity.WAIT, 4),
    "wait-8": (Capacity.WAIT, 8),
    "wait-12": (Capacity.WAIT, 12),
}


@require_POST
@requires(May.KEEP_OFFERS)
def room_now(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Open, paused for some weeks, or a wait of about so many."""
    offer = get_object_or_404(Offer.objects.led_by(who(request)), pk=pk)
    offer = actions.set_room(offer, by=who(request), **_said(request))
    messages.success(request, f"{offer}: {offer.room}. Welcome Teams can see it now.")
    listed = request.POST.get("back") == "offers"
    return redirect("referrals:offers" if listed else "referrals:inbox")


class Room(TypedDict, total=False):
    """The arguments of `actions.set_room`."""

    capacity: Required[str]
    wait_weeks: int | None
    paused_until: date


def _said(request: HttpRequest) -> Room:
    press = PRESSES.get(request.POST.get("room", ""))
    if press is None:
        raise Refused("Choose whether there is room.")
    capacity, weeks = press
    if capacity == Capacity.PAUSED:
        until = timezone.localdate() + timedelta(weeks=weeks)
        return {"capacity": capacity, "paused_until": until}
    return {"capacity": capacity, "wait_weeks": weeks or None}
