"""What each partner may read, in the person's words, and the page they will see."""

from datetime import timedelta
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.formats import date_format

from welcome.access.permissions import May, open_record, requires, who
from welcome.forms.several_forms import SeveralForms
from welcome.models import Person
from welcome.web.partials import is_in_place
from welcome.web.post_redirect_get import posted_before, redirect_with_form

from .. import actions
from ..forms import AgreedForm, PartsForm
from ..models import Agreement, Referral, Request, State
from .parts_to_share import Preview, Shareable, place_of, shareable
from .seen import seen_on, status_of, unless_refused


@requires(May.SEND_REFERRALS)
def agree(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What each partner may read, in the person's words, and the page they will see."""
    user = who(request)
    mine = Request.objects.visible_to(user).select_related("person")
    made = get_object_or_404(mine, pk=pk)
    person = open_record(user, made.person_id)
    drafts, whole = list(_drafts(made)), shareable(user, person)
    agreed, parts = _forms(request, made, drafts, whole)
    form = SeveralForms(agreed, *parts.values())
    if "send" in request.POST and form.is_valid():
        send = partial(actions.agree_and_send, made, by=user, seen=seen_on(request))
        apart = {key: said.cleaned_data for key, said in parts.items()}
        send = partial(send, passages=[], apart=apart)
        sent = unless_refused(agreed, None, send)
        if sent is not None:
            messages.success(request, sent_words(person, sent))
            return redirect("welcome:person", person.pk)
    elif _looks(request) and not is_in_place(request):
        at = place_of(request, *parts.values(), otherwise="preview")
        return redirect_with_form(request, "referrals:agree", made.pk, at=at)
    if not drafts:
        messages.info(request, _why_nothing_to_send(made))
        return redirect("welcome:person", person.pk)
    context = {
        "form": form,
        "agreed": agreed,
        "person": person,
        "made": made,
        "drafts": drafts,
        "whole": whole,
        "several": len(drafts) > 1,
        "previews": [
            Preview(whole, parts[draft.pk], user, made.words, draft.partner)
            for draft in drafts
        ],
    }
    status = status_of(agreed)
    return render(request, "referrals/agreements/agree.html", context, status=status)


def _looks(request: HttpRequest) -> bool:
    return request.method == "POST" and "send" not in request.POST


def _drafts(made: Request) -> QuerySet[Referral]:
    drafts = made.referrals.filter(state=State.DRAFT)
    return drafts.select_related("partner", "offer").order_by("partner__name", "pk")


def _forms(
    request: HttpRequest, made: Request, drafts: list[Referral], whole: Shareable
) -> tuple[AgreedForm, dict[UUID, PartsForm]]:
    """How they agreed, and for each partner which parts it may read."""
    said = request.POST or posted_before(request)
    before = _agreed_before(made)
    agreed = AgreedForm(said, initial=_said_before(before) | until_when())
    named = before.passages.values_list("pk", flat=True) if before else []
    ticked = {"passages": list(named)}
    return agreed, {
        draft.pk: whole.ask(
            PartsForm, said, prefix=_prefix(draft, drafts), initial=ticked
        )
        for draft in drafts
    }


def _prefix(draft: Referral, drafts: list[Referral]) -> str | None:
    """With one partner there is nothing to tell apart."""
    return f"to-{draft.pk}" if len(drafts) > 1 else None


def _said_before(before: Agreement | None) -> dict[str, object]:
    """Where they agreed beforehand that it may go on, no one asks them again."""
    if before is None:
        return {}
    day = date_format(timezone.localtime(before.asked_at), "j F Y")
    said = f"Said on {day}: the same parts to someone else who fits."
    words = f"{before.words} ({said})"
    return {"words": words, "how": before.how, "may_go_on": True}


def _agreed_before(made: Request) -> Agreement | None:
    """The agreement of the try before this one, if it holds for the next as well."""
    drafts = made.referrals.filter(state=State.DRAFT).exclude(previous=None)
    draft = drafts.select_related("previous__agreement").first()
    agreement = draft.previous.agreement if draft and draft.previous else None
    return agreement if agreement and agreement.may_go_on else None


def until_when() -> dict[str, object]:
    """Half a year, unless they say otherwise."""
    return {"until_on": timezone.localdate() + timedelta(days=182)}


def sent_words(person: Person, sent: list[Referral]) -> str:
    """What to say after a press on “Send”. Nothing sent: a second press."""
    if not sent:
        return "This has already been sent. We did not send it twice."
    partners = ", ".join(str(referral.partner) for referral in sent)
    return (
        f"Referral sent. {person.possessive} story is with {partners}. "
        "You’ll hear from them by the day their answer is due. "
        f"Until then you hold {person}."
    )


def _why_nothing_to_send(made: Request) -> str:
    if made.is_sent:
        return sent_words(made.person, [])
    return "Nothing was sent, because this draft was discarded or replaced."
