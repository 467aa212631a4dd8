"""Sending the story on: whom to ask, and what the person asks of them."""

from contextlib import suppress
from functools import partial
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from welcome.access.permissions import May, open_record, requires, who
from welcome.models import Person
from welcome.reading.banner import banner_for

from .. import actions
from ..forms import RequestForm
from ..matching.rules import RULES
from ..matching.searching import offered_choices, searched
from ..matching.suggesting import Suggested, suggested_for
from ..models import Offer, Referral, State
from .seen import unless_refused

#: More offers than this are found by searching.
AT_MOST = 40
#: So many are weighed at once; a place with more is searched first.
WEIGHED = 400
#: So many are put forward.
BEST = 5
#: So many stand in sight, if nothing was looked for; the others are a press away.
IN_SIGHT = 6


@requires(May.SEND_REFERRALS)
def send_on(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Whom to ask, and what the person asks of them."""
    user = who(request)
    person = open_record(user, pk)
    offers = Offer.objects.visible_to(user).filter(site_id=person.site_id)
    offers = offers.select_related("partner")
    previous = _given_back(request, person)
    form = RequestForm(_said(request), offers=offers, initial=_first(request, previous))
    if form.is_valid():
        prepare = partial(actions.prepare, person, by=user, previous=previous)
        made = unless_refused(form, "offers", prepare)
        if made:
            return redirect("referrals:agree", made.pk)
    choices = _choices(request, person, offers, about=form["need"].value() or "")
    context = {"form": form, "previous": previous, **choices}
    return render(request, "referrals/sending/send_on.html", context)


def _given_back(request: HttpRequest, person: Person) -> Referral | None:
    """The referral that came back, when this tries elsewhere."""
    asked = request.POST.get("again") or request.GET.get("again") or ""
    back = Referral.objects.needing_us().filter(person=person, pk__in=_keys([asked]))
    still = back.filter(Q(next=None) | Q(next__state=State.DRAFT))
    return still.select_related("request", "partner").first()


def _keys(texts: list[str]) -> set[UUID]:
    """Those that are keys at all: a form can be sent by a machine."""
    found = set()
    for text in texts:
        with suppress(ValueError):
            found.add(UUID(text))
    return found


def _said(request: HttpRequest) -> QueryDict | None:
    """What was typed. What was looked for is what it is about, until they say more."""
    if not request.POST:
        return None
    said = request.POST.copy()
    if not said.get("need"):
        said["need"] = searched(said).about
    return said


def _first(request: HttpRequest, previous: Referral | None) -> dict[str, object]:
    """What stands in the form at first: what was looked for, or asked before."""
    return {"need": searched(request.GET).about} | _again(previous)


def _again(previous: Referral | None) -> dict[str, object]:
    if previous is None:
        return {}
    asked = previous.request
    return {"words": asked.words, "need": asked.need, "urgency": asked.urgency}


def _choices(
    request: HttpRequest, person: Person, offers: Any, *, about: str
) -> dict[str, object]:
    """The offers, what suits best first, with why; what was ticked stays in sight."""
    said = request.POST or request.GET
    search = searched(said)
    ticked = _keys(request.POST.getlist("offers"))
    found = search.among(offers.offered()).exclude(pk__in=ticked).roomiest_first()
    shown = [*offers.filter(pk__in=ticked), *found[: WEIGHED + 1]]
    asked = person.referrals.open().exclude(state=State.DRAFT)
    already = set(asked.values_list("offer_id", flat=True))
    suggested = suggested_for(person, about or search.about, shown)
    chosen = [one for one in suggested if one.offer.pk in ticked]
    rest = [one for one in suggested if one.offer.pk not in ticked]
    best = [] if search.is_narrow else _best(rest, already)
    others = [one for one in rest if one not in best][:AT_MOST]
    here = len(others)
    if not search.is_narrow:
        here = max(IN_SIGHT - len(chosen) - len(best), 0)
    return {
        "person": person,
        "banner": banner_for(person),
        "chosen_first": chosen,
        "best": best,
        "others": others[:here],
        "folded": others[here:],
        "more": len(rest) - len(best) > AT_MOST,
        "against": any(one.against for one in suggested),
        "asked": already,
        "chosen": {str(pk) for pk in ticked},
        "search": search,
        "rules": RULES,
    } | offered_choices(person.site)


def _best(rest: list[Suggested], already: set[UUID]) -> list[Suggested]:
    """The few that are put forward: for something they need, and to be asked now."""
    fits = [one for one in rest if one.why.is_for_them and one.why.points > 0]
    return [one for one in fits if one.offer.pk not in already][:BEST]
