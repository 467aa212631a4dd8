"""What a partner sees first: who waits for an answer, and whom they help."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from welcome.access.permissions import May, may, requires, who
from welcome.actions import note_opened
from welcome.models import User
from welcome.web.pagination import page_of

from ..deadlines.answer_due_in_words import due_in_words
from ..models import Offer, Referral
from ..models.referral_states import WITH_PARTNER

_OFFERS_BESIDE = 3


@require_safe
@requires(May.ANSWER_REFERRALS)
def inbox(request: HttpRequest) -> HttpResponse:
    """What is due first stands first."""
    mine = Referral.objects.to_partners_of(who(request))
    mine = mine.select_related(
        "person__site", "team", "offer", "request", "agreement", "worker"
    )
    waiting = page_of(mine.waiting_for_an_answer(), request, by=("answer_due_on", "pk"))
    helped = mine.filter(state__in=WITH_PARTNER)
    helping = page_of(helped, request, by=("-moved_at", "-pk"), mark="with")
    context = {
        "waiting": [(r, *due_in_words(r)) for r in waiting.rows],
        "page": waiting,
        "helping": helping,
        "anybody_waits": bool(waiting.rows),
        "offers": _offers(who(request)),
        "may_keep": may(who(request), May.KEEP_OFFERS),
    }
    note_opened("referrals:inbox", by=who(request))
    return render(request, "referrals/inbox/inbox.html", context)


def _offers(user: User) -> list[Offer]:
    """The few that fit beside the inbox; a partner with more has a page for them."""
    ours = Offer.objects.of_partners_of(user)
    return list(ours.order_by("name", "pk")[:_OFFERS_BESIDE])


@require_safe
@requires(May.SEND_REFERRALS)
def sent(request: HttpRequest) -> HttpResponse:
    """What a welcome team has asked of partners, newest move first."""
    ours = Referral.objects.from_teams_of(who(request)).exclude(sent_at=None)
    ours = ours.select_related("person", "partner", "offer", "worker")
    page = page_of(ours, request, by=("-moved_at", "-pk"))
    return render(request, "referrals/referrals/sent.html", {"page": page})
