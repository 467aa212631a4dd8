"""What a partner sees first: who waits for an answer, and whom they help."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from welcome.access.permissions import May, may, requires, who
from welcome.access.workplaces import colleagues_in_teams_of
from welcome.actions import note_opened
from welcome.forms.filters import FilterBar
from welcome.models import User
from welcome.reading.bounded_counts import bounded_counts, in_figures
from welcome.web.pagination import Page, page_of

from ..access.workers import colleagues_at_partners_of
from ..deadlines.answer_due_in_words import due_in_words
from ..forms.inbox import InboxFilters, OpenInboxFilters
from ..forms.sent import SentFilters
from ..models import Offer, Referral
from ..models.referral_states import WITH_PARTNER
from ..models.referrals import ReferralQuerySet
from ..reading.referrals_listed import at_partners_of, sent_by_teams_of
from ..reading.sort_orders import ASKED, HELPED, SENT, TO_ANSWER, Order

_OFFERS_BESIDE = 3


@require_safe
@requires(May.ANSWER_REFERRALS)
def inbox(request: HttpRequest) -> HttpResponse:
    """What is due first comes first, unless another order is asked for."""
    user = who(request)
    filters = OpenInboxFilters(request.GET, workers=colleagues_at_partners_of(user))
    mine = at_partners_of(user, filters.codes).select_related(
        "person__site", "team", "offer", "request", "agreement", "worker"
    )
    to_answer = TO_ANSWER[filters.codes["sort"]]
    waiting = _page(mine.waiting_for_an_answer(), request, to_answer)
    helped = mine.filter(state__in=WITH_PARTNER)
    order = HELPED[filters.codes["sort_helped"]]
    helping = _page(helped, request, order, mark="with")
    context = {
        "waiting": [(r, *due_in_words(r)) for r in waiting.rows],
        "page": waiting,
        "helping": helping,
        "anybody_waits": bool(waiting.rows),
        "offers": _offers(user, request),
        "may_keep": may(user, May.KEEP_OFFERS),
        "filters": filters,
    }
    note_opened("referrals:inbox", by=user)
    return render(request, "referrals/inbox/inbox.html", context)


def _offers(user: User, request: HttpRequest) -> Page:
    """The few that fit beside the inbox, and the way to the others."""
    ours, by = Offer.objects.of_partners_of(user), ("name", "pk")
    return page_of(ours, request, by=by, size=_OFFERS_BESIDE, mark="room")


@require_safe
@requires(May.ANSWER_REFERRALS)
def all_referrals(request: HttpRequest) -> HttpResponse:
    """Everything that was ever asked of this user's partners, by its filters."""
    user = who(request)
    filters = InboxFilters(request.GET, workers=colleagues_at_partners_of(user))
    rows = at_partners_of(user, filters.codes)
    order = ASKED[filters.codes["sort"]]
    context = _listed(request, filters, rows, at_partners_of(user, {}), order)
    return render(request, "referrals/inbox/all_referrals.html", context)


@require_safe
@requires(May.SEND_REFERRALS)
def sent(request: HttpRequest) -> HttpResponse:
    """What a welcome team has asked of partners."""
    user = who(request)
    filters = SentFilters(request.GET, workers=colleagues_in_teams_of(user))
    rows = sent_by_teams_of(user, filters.codes)
    order = SENT[filters.codes["sort"]]
    context = _listed(request, filters, rows, sent_by_teams_of(user, {}), order)
    return render(request, "referrals/referrals/sent.html", context)


def _listed(
    request: HttpRequest,
    filters: FilterBar,
    rows: ReferralQuerySet,
    every: ReferralQuerySet,
    order: Order,
) -> dict[str, object]:
    """A page of the rows, and how many there are of how many."""
    counts = bounded_counts({"shown": rows, "all": every})
    with_names = rows.select_related(
        "person", "team", "partner", "offer", "worker", "agreement"
    )
    return {
        "filters": filters,
        "page": _page(with_names, request, order),
        "shown": in_figures(counts["shown"]),
        "all": in_figures(counts["all"]),
    }


def _page(
    rows: ReferralQuerySet, request: HttpRequest, order: Order, mark: str = "after"
) -> Page:
    every = order.with_keys(Referral.objects.all())
    return page_of(
        order.with_keys(rows), request, by=order.by, mark=mark, keys_from=every
    )
