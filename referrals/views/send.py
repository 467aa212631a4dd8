"""Sending the story on: whom to ask, what to share, and exactly what they will see."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from welcome.access import May, open_record, requires, who
from welcome.banner import banner_for
from welcome.models import ABOUT_ME, Passage, Person
from welcome.versions import with_statements

from .. import actions
from ..forms import AgreeForm, RequestForm
from ..models import Need, Offer, Referral, Request, State

#: More offers than this are found by searching.
AT_MOST = 40


@requires(May.SEND_REFERRALS)
def send_on(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Whom to ask, and what the person asks of them."""
    user = who(request)
    person = open_record(user, pk)
    offers = Offer.objects.visible_to(user).select_related("partner")
    previous = _given_back(request, person)
    form = RequestForm(request.POST or None, offers=offers, initial=_again(previous))
    if form.is_valid():
        made = actions.prepare(person, by=user, previous=previous, **form.cleaned_data)
        return redirect("referrals:agree", made.pk)
    context = {"form": form, "previous": previous} | _choices(request, person, offers)
    return render(request, "referrals/send_on.html", context)


@requires(May.SEND_REFERRALS)
def agree(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What may be shared, in their words, and the page that a partner will see."""
    user = who(request)
    mine = Request.objects.filter(person__in=Person.objects.visible_to(user))
    made = get_object_or_404(mine.select_related("person"), pk=pk)
    person = open_record(user, made.person_id)
    passages = person.passages.current().exclude(prompt__in=ABOUT_ME).in_order()
    passages = passages.to_read()
    form = AgreeForm(request.POST or None, passages=passages, initial=_until())
    valid = form.is_valid()
    if valid and "send" in request.POST:
        sent = actions.agree_and_send(made, by=user, **form.cleaned_data)
        messages.success(request, _sent_words(person, sent))
        return redirect("welcome:person", person.pk)
    drafts = made.referrals.filter(state=State.DRAFT)
    drafts = drafts.select_related("partner", "offer")
    if not drafts:
        messages.info(request, "This was sent already. Nothing was sent twice.")
        return redirect("welcome:person", person.pk)
    context = {
        "form": form,
        "person": person,
        "made": made,
        "drafts": drafts,
        "passages": passages,
        "chosen": with_statements(_chosen(request, passages)),
        "banner": banner_for(person, who=_who(person)),
        "preview": valid,
    }
    return render(request, "referrals/agree.html", context)


def _given_back(request: HttpRequest, person: Person) -> Referral | None:
    """The referral that came back, when this tries elsewhere."""
    asked = request.POST.get("again") or request.GET.get("again") or ""
    try:
        pk = UUID(asked)
    except ValueError:
        return None
    back = Referral.objects.needing_us().filter(person=person, next=None)
    return back.select_related("request", "partner").filter(pk=pk).first()


def _again(previous: Referral | None) -> dict[str, Any]:
    if previous is None:
        return {}
    asked = previous.request
    return {"words": asked.words, "need": asked.need, "urgency": asked.urgency}


def _choices(request: HttpRequest, person: Person, offers: Any) -> dict[str, Any]:
    """The offers, searched by word and need, and who is asked already."""
    words = request.GET.get("q", "").replace("\x00", "").strip()[:80]
    need = request.GET.get("need", "")
    found = (
        offers.filter(name__icontains=words)
        | offers.filter(words__icontains=words)
        | offers.filter(partner__name__icontains=words)
    )
    found = found.for_need(need if need in Need.values else "")
    asked = person.referrals.open().exclude(state=State.DRAFT)
    return {
        "person": person,
        "banner": banner_for(person),
        "offers": found.order_by("capacity", "name", "pk")[:AT_MOST],
        "asked": set(asked.values_list("offer_id", flat=True)),
        "chosen": set(request.POST.getlist("offers")),
        "q": words,
        "need": need,
        "needs": Need.choices,
    }


def _until() -> dict[str, Any]:
    return {"until_on": timezone.localdate() + timedelta(days=182)}


def _chosen(request: HttpRequest, passages: Any) -> list[Passage]:
    """What is ticked; at first the person's own words that were read back."""
    if request.method == "POST":
        ticked = set(request.POST.getlist("passages"))
        return [p for p in passages if str(p.pk) in ticked]
    return [p for p in passages if p.is_persons_words]


def _who(person: Person) -> list[str]:
    return [fact for fact in (person.pronouns, person.age_in_words) if fact]


def _sent_words(person: Person, sent: list[Referral]) -> str:
    if not sent:
        return "This was sent already. Nothing was sent twice."
    partners = ", ".join(str(referral.partner) for referral in sent)
    return (
        f"{person.possessive} story is with {partners}. "
        "You hear from them within the days they have; until then you hold them."
    )
