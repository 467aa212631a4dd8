"""Sending the story on: whom to ask, and what the person asks of them."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from welcome.access.permissions import May, open_record, requires, who
from welcome.forms.several_forms import SeveralForms
from welcome.models import Person, Prompt
from welcome.values.keys_from_outside import keys_in
from welcome.web.partials import is_in_place
from welcome.web.post_redirect_get import posted_before, redirect_with_form

from .. import actions
from ..forms import AgreeForm, RequestForm
from ..forms.sending import LONGEST_REQUEST
from ..matching.searching import searched
from ..models import Offer, Referral, State
from .agree_and_send import sent_words, until_when
from .offers_to_choose import offers_to_choose
from .parts_to_share import Preview, place_of, shareable
from .seen import status_of, unless_refused


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
    agreed = whole.ask(AgreeForm, said, prefix="agreed", initial=until)
    if request.method == "POST" and not is_in_place(request):
        if asked.is_tentative:
            at = place_of(request, agreed, otherwise="id_offers")
            return redirect_with_form(request, "referrals:send_on", pk, at=at)
        done = _send_or_prepare(request, person, asked, agreed, previous)
        if done:
            return done
    choices = offers_to_choose(
        said or request.GET, person, offers, need=asked["need"].value()
    )
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
    back = Referral.objects.needing_us().filter(person=person, pk__in=keys_in([asked]))
    still = back.filter(Q(next=None) | Q(next__state=State.DRAFT))
    return still.select_related("request", "partner").first()


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
