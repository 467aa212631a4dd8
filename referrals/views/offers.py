"""What we offer: a partner says whether there is room."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from welcome.access import May, requires, who

from .. import actions
from ..forms import RoomForm
from ..models import Offer


@require_safe
@requires(May.KEEP_OFFERS)
def offers(request: HttpRequest) -> HttpResponse:
    ours = Offer.objects.filter(partner_id__in=who(request).partner_ids)
    context = {"offers": ours.select_related("partner").order_by("name", "pk")[:100]}
    return render(request, "referrals/offers.html", context)


@requires(May.KEEP_OFFERS)
def room(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Open, a wait, or paused: routing respects it at once."""
    ours = Offer.objects.filter(partner_id__in=who(request).partner_ids)
    offer = get_object_or_404(ours, pk=pk)
    now = {
        "capacity": offer.capacity,
        "wait_weeks": offer.wait_weeks,
        "paused_until": offer.paused_until,
    }
    form = RoomForm(request.POST or None, initial=now)
    if form.is_valid():
        actions.set_room(offer, by=who(request), **form.cleaned_data)
        messages.success(request, "Thank you. Welcome teams see it now.")
        return redirect("referrals:offers")
    return render(request, "referrals/room.html", {"form": form, "offer": offer})
