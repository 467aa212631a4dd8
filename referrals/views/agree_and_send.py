"""What may be shared, in their words, and the page that a partner will see."""

from datetime import timedelta
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_POST

from welcome.access.attachments import shareable
from welcome.access.permissions import May, open_record, requires, who
from welcome.models import ABOUT_ME, MapVersion, Passage, Person, User
from welcome.reading.banner import banner_for
from welcome.reading.versions import with_statements

from .. import actions
from ..forms import AgreeForm
from ..forms.attachments import ticked_files
from ..models import Agreement, Referral, Request, State
from .seen import seen_on, status_of, unless_refused


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
        request.POST or None,
        passages=passages,
        map=newest,
        files=shareable(user, person),
        initial=initial,
    )
    if form.is_valid() and "send" in request.POST:
        send = partial(actions.agree_and_send, made, by=user, seen=seen_on(request))
        sent = unless_refused(form, None, send)
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
        "shared_files": ticked_files(form),
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
