"""Sending the story on: whom to ask, and what the person asks of them."""

from contextlib import suppress
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from welcome.access.permissions import May, open_record, requires, who
from welcome.forms.several_forms import SeveralForms
from welcome.models import Person, Prompt
from welcome.reading.banner import banner_for
from welcome.web.post_redirect_get import posted_before, redirect_with_form

from .. import actions
from ..forms import AgreeForm, RequestForm
from ..forms.sending import LONGEST_REQUEST
from ..matching.rules import RULES
from ..matching.searching import offered_choices, searched
from ..matching.suggesting import Suggested, suggested_for
from ..models import Offer, Referral, State
from .agree_and_send import sent_words, until_when
from .parts_to_share import Preview, shareable
from .seen import status_of, unless_refused

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
    """Whom to ask, what the person would like, and what may be read: on one page."""
    user = who(request)
    person = open_record(user, pk)
    said = request.POST or posted_before(request)
    previous = _given_back(request, person, said)
    offers = Offer.objects.visible_to(user).filter(site_id=person.site_id)
    offers = offers.select_related("partner")
    asked = RequestForm(
        _about(said), offers=offers, initial=_first(request, person, previous)
    )
    whole = shareable(user, person)
    until = until_when()
    agreed = AgreeForm(**whole.asked(said, prefix="agreed", initial=until))
    if request.method == "POST":
        if asked.is_tentative:
            at = "preview" if "look" in request.POST else "id_offers"
            return redirect_with_form(request, "referrals:send_on", pk, at=at)
        done = _send_or_prepare(request, person, asked, agreed, previous)
        if done:
            return done
    choices = _choices(said or request.GET, person, offers, need=asked["need"].value())
    context = {
        "form": SeveralForms(asked, agreed) if "send" in request.POST else asked,
        "asked_form": asked,
        "agreed": agreed,
        "whole": whole,
        "preview": Preview(whole, agreed, user, asked["words"].value() or ""),
        "previous": previous,
        **choices,
    }
    status = max(status_of(asked), status_of(agreed))
    return render(request, "referrals/sending/send_on.html", context, status=status)


def _send_or_prepare(
    request: HttpRequest,
    person: Person,
    asked: RequestForm,
    agreed: AgreeForm,
    previous: Referral | None,
) -> HttpResponse | None:
    """Send it, or go on to choose parts for each partner; None where it cannot be."""
    user = who(request)
    if "send" not in request.POST:
        prepare = partial(actions.prepare, person, by=user, previous=previous)
        if not asked.is_valid():
            return None
        made = unless_refused(asked, "offers", prepare)
        return redirect("referrals:agree", made.pk) if made else None
    if not SeveralForms(asked, agreed).is_valid():
        return None
    send = partial(actions.prepare_and_send, person, by=user, previous=previous)
    send = partial(send, terms=agreed.cleaned_data)
    sent = unless_refused(asked, "offers", send)
    if sent is None:
        return None
    messages.success(request, sent_words(person, sent))
    return redirect("welcome:person", person.pk)


def _given_back(
    request: HttpRequest, person: Person, said: QueryDict | None
) -> Referral | None:
    """The referral that came back, when this tries elsewhere."""
    asked = (said or request.GET).get("again", "")
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


def _about(said: QueryDict | None) -> QueryDict | None:
    """What was typed. What was looked for is what it is about, until they say more."""
    if not said:
        return None
    said = said.copy()
    if not said.get("need"):
        said["need"] = searched(said).about
    return said


def _first(
    request: HttpRequest, person: Person, previous: Referral | None
) -> dict[str, object]:
    """What the form begins with: what they asked before, or told us they would like."""
    if previous:
        return _again(previous)
    wish = person.passages.current().filter(prompt=Prompt.WOULD_LIKE, beside=None)
    words = wish.order_by("-said_at").values_list("words", flat=True).first() or ""
    return {
        "need": searched(request.GET).about,
        "words": words if len(words) <= LONGEST_REQUEST else "",
    }


def _again(previous: Referral) -> dict[str, object]:
    asked = previous.request
    return {"words": asked.words, "need": asked.need, "urgency": asked.urgency}


def _choices(
    said: QueryDict, person: Person, offers: Any, *, need: str | None
) -> dict[str, object]:
    """The offers, what suits best first, with why; what was ticked stays in sight."""
    search = searched(said)
    ticked = _keys(said.getlist("offers"))
    found = search.among(offers.offered()).exclude(pk__in=ticked).roomiest_first()
    shown = [*offers.filter(pk__in=ticked), *found[: WEIGHED + 1]]
    asked = person.referrals.open().exclude(state=State.DRAFT)
    already = set(asked.values_list("offer_id", flat=True))
    suggested = suggested_for(person, need or search.about, shown)
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
