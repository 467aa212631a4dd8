"""Sending the story on: whom to ask, what to share, and exactly what they will see."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_POST

from welcome.access.permissions import May, open_record, requires, who
from welcome.models import ABOUT_ME, MapVersion, Passage, Person, User
from welcome.reading.banner import banner_for
from welcome.reading.versions import with_statements
from welcome.refusals import Refused

from .. import actions
from ..forms import AgreeForm, RequestForm
from ..matching.routing import RULES
from ..matching.searching import offered_choices, searched
from ..matching.suggesting import Suggested, suggested_for
from ..models import Agreement, Offer, Referral, Request, State
from .seen import add_refusal, seen_on, status_of

Done = TypeVar("Done")
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
        made = _unless_refused(form, "offers", prepare)
        if made:
            return redirect("referrals:agree", made.pk)
    choices = _choices(request, person, offers, about=form["need"].value() or "")
    context = {"form": form, "previous": previous, **choices}
    return render(request, "referrals/sending/send_on.html", context)


@requires(May.SEND_REFERRALS)
def agree(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What may be shared, in their words, and the page that a partner will see."""
    user = who(request)
    mine = Request.objects.filter(person__in=Person.objects.visible_to(user))
    made = get_object_or_404(mine.select_related("person"), pk=pk)
    person = open_record(user, made.person_id)
    passages = person.passages.current().exclude(prompt__in=ABOUT_ME).in_order()
    passages = passages.to_read()
    newest, initial = drawn(person), _said_before(made) | _until()
    form = AgreeForm(
        request.POST or None, passages=passages, map=newest, initial=initial
    )
    if form.is_valid() and "send" in request.POST:
        send = partial(actions.agree_and_send, made, by=user, seen=seen_on(request))
        sent = _unless_refused(form, None, send)
        if sent is not None:
            messages.success(request, _sent_words(made, sent))
            return redirect("welcome:person", person.pk)
    drafts = made.referrals.filter(state=State.DRAFT)
    drafts = drafts.select_related("partner", "offer").order_by("partner__name", "pk")
    if not drafts:
        messages.info(request, _sent_words(made, []))
        return redirect("welcome:person", person.pk)
    chosen = _chosen(request, passages, made)
    context = {
        "form": form,
        "person": person,
        "made": made,
        "drafts": drafts,
        "passages": passages,
        "chosen": with_statements(chosen),
        "held_back": len(chosen) < len(passages),
        "banner": banner_for(person, who=_who(person, user), read=chosen),
        "newest": newest,
        "has_hopes": person.hopes.exists(),
        "shares_hopes": bool(request.POST.get("shares_hopes")),
        "shares_helpers": bool(request.POST.get("shares_helpers")),
        "map": newest if newest and request.POST.get("map") == str(newest.pk) else None,
    }
    status = status_of(form)
    return render(request, "referrals/agreements/agree.html", context, status=status)


@require_POST
@requires(May.SEND_REFERRALS)
def discard(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Not now: what was prepared stands in nobody's way."""
    mine = Request.objects.filter(person__in=Person.objects.visible_to(who(request)))
    made = get_object_or_404(mine.select_related("person"), pk=pk)
    actions.discard(made, by=who(request), seen=seen_on(request))
    messages.info(request, "Put aside. Nothing was sent, and nobody was told.")
    return redirect("welcome:person", made.person_id)


def _unless_refused(
    form: Form, field: str | None, act: Callable[..., Done]
) -> Done | None:
    """What was done; or None, and why not stands beside what was typed."""
    try:
        return act(**form.cleaned_data)
    except actions.Unsaid as against:
        form.add_error("despite", f"{against} Write why you ask all the same.")
        return None
    except Refused as why:
        add_refusal(form, why, field)
        return None


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


def drawn(person: Person) -> MapVersion | None:
    """Their map as it is now, where anything is on it."""
    newest = person.maps.newest_first().first()
    return newest if newest and newest.needs else None


def _said_before(made: Request) -> dict[str, object]:
    """Where they agreed beforehand that it may go on, nobody asks them again."""
    before = _agreed_before(made)
    if before is None:
        return {}
    day = date_format(timezone.localtime(before.asked_at), "j F Y")
    words = f"{before.words} (Said on {day}: the same parts to somebody else who fits.)"
    return {"words": words, "how": before.how, "may_go_on": True}


def _agreed_before(made: Request) -> Agreement | None:
    """The agreement of the try before this one, if it holds for the next as well."""
    drafts = made.referrals.filter(state=State.DRAFT).exclude(previous=None)
    draft = drafts.select_related("previous__agreement").first()
    agreement = draft.previous.agreement if draft and draft.previous else None
    return agreement if agreement and agreement.may_go_on else None


def _until() -> dict[str, object]:
    return {"until_on": timezone.localdate() + timedelta(days=182)}


def _chosen(request: HttpRequest, passages: Any, made: Request) -> list[Passage]:
    """What is ticked; at first what was agreed before, or else their own words."""
    if request.method == "POST":
        ticked = set(request.POST.getlist("passages"))
        return [p for p in passages if str(p.pk) in ticked]
    before = _agreed_before(made)
    if before:
        named = set(before.passages.values_list("pk", flat=True))
        return [p for p in passages if p.pk in named]
    return [p for p in passages if p.is_persons_words]


def _who(person: Person, user: User) -> list[str]:
    """The line under the name, as the partner will read it."""
    today = timezone.localdate()
    sent = f"sent by {user}, {person.team}, {today.day} {today:%B}"
    return [fact for fact in (person.pronouns, person.age_in_words, sent) if fact]


def _sent_words(made: Request, sent: list[Referral]) -> str:
    person = made.person
    if not sent and made.referrals.exclude(sent_at=None).exists():
        return "This was sent already. Nothing was sent twice."
    if not sent:
        return "This was put aside, or begun again since: from here nothing was sent."
    partners = ", ".join(str(referral.partner) for referral in sent)
    return (
        f"{person.possessive} story is with {partners}. "
        "You hear from them within the days they have; until then you hold them."
    )
