"""What we offer: a partner's lead says what it is, and whether there is room."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from welcome import once
from welcome.access.permissions import May, requires, who
from welcome.models import Site, User
from welcome.refusals import Refused
from welcome.web.pagination import page_of

from .. import actions
from ..access.workers import partners_led_by
from ..actions.offers import ChangedSince
from ..forms import OfferForm, RoomForm
from ..forms.offers import Places
from ..models import Offer

#: What is said of a new offer; and where another was made with the same form.
MADE = (
    "Saved. Now say whether there is room.",
    "Both offers are on this page. Change the one that is wrong, or say that it is no "
    "longer offered.",
)


@require_safe
@requires(May.KEEP_OFFERS)
def offers(request: HttpRequest) -> HttpResponse:
    ours = Offer.objects.led_by(who(request))
    page = page_of(ours.select_related("partner"), request, by=("name", "pk"))
    context = {"page": page}
    return render(request, "referrals/offers/offers.html", context)


@requires(May.KEEP_OFFERS)
def new_offer(request: HttpRequest) -> HttpResponse:
    """Something that we offer now."""
    places = _places(who(request))
    if not places:
        raise Refused(
            "Your organisation is not a partner here. Ask your administrator."
        )
    form = OfferForm(request.POST or None, places=places)
    if form.is_valid():
        partner, site = form.place
        key = form.cleaned_data["once"]
        made = actions.make_offer(
            partner, by=who(request), site=site, once=key, **form.arguments()
        )
        once.say_kept(request, made, key, *MADE)
        return redirect("referrals:offers")
    return render(request, "referrals/offers/offer.html", {"form": form})


@requires(May.KEEP_OFFERS)
def offer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What is said of one. The second of two users sees what the first one wrote."""
    ours = Offer.objects.led_by(who(request)).select_related("partner")
    offer = get_object_or_404(ours.prefetch_related("times"), pk=pk)
    form = OfferForm(request.POST or None, offer=offer)
    context = {"form": form, "offer": offer}
    if not form.is_valid():
        return render(request, "referrals/offers/offer.html", context)
    try:
        seen = form.cleaned_data["seen"]
        changed = actions.change_offer(
            offer, by=who(request), seen=seen, **form.arguments()
        )
    except ChangedSince as since:
        context["newer"] = form.differences(since.now)
        context["form"] = form.with_the_new_mark(since.now)
        return render(request, "referrals/offers/offer.html", context, status=409)
    said = "Saved. Directories and Welcome Teams can see it now."
    messages.success(request, said if changed else "Nothing was changed.")
    return redirect("referrals:offers")


@requires(May.KEEP_OFFERS)
def room(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Open, a wait, or paused: routing respects it at once."""
    offer = get_object_or_404(Offer.objects.led_by(who(request)), pk=pk)
    now = {
        "capacity": offer.capacity,
        "wait_weeks": offer.wait_weeks,
        "paused_until": offer.paused_until,
    }
    form = RoomForm(request.POST or None, initial=now)
    if form.is_valid():
        actions.set_room(offer, by=who(request), **form.cleaned_data)
        messages.success(request, "Saved. Welcome Teams can see it now.")
        return redirect("referrals:offers")
    return render(request, "referrals/offers/room.html", {"form": form, "offer": offer})


def _places(user: User) -> Places:
    """Whose offer it may be: the partners that this user leads, each at its site."""
    everywhere = list(Site.objects.all())
    return {
        f"{partner.pk}:{site.pk}": (partner, site)
        for partner in partners_led_by(user)
        for site in ([partner.site] if partner.site else everywhere)
    }
