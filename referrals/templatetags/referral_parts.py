"""Parts of this room on the pages of others. A template's string is no import."""

from typing import Any, Literal
from uuid import UUID

from django import template
from django.db.models import QuerySet
from django.template import Context
from django.urls import reverse

from welcome.models import Person
from welcome.reading.bounded_counts import Cut, first_of
from welcome.web.pagination import Page, page_of

from ..access.attachments import shared_files
from ..matching.objections import said_no_to
from ..models import Gap, Referral, State
from ..reading.hand_ons import suggested
from ..reading.referrals_listed import asked_for

register = template.Library()
AT_MOST = 10
#: Cards beside the story.
_SUGGESTED = 5


@register.filter
def state_kind(referral: Referral) -> str:
    """late, soon, held or nothing: the colour beside the word of a state."""
    match referral.state:
        case State.RETURNED:
            return "late"
        case State.SENT:
            return "soon"
        case _:
            return "held" if referral.worker_id else ""


@register.inclusion_tag("referrals/referrals/_referrals_of.html")
def referrals_of(person: Person) -> dict[str, object]:
    """Who was asked to help this person, newest move first."""
    return {"asked": _asked(person), "person": person}


@register.inclusion_tag("referrals/agreements/_who_may_read.html")
def who_may_read(person: Person) -> dict[str, object]:
    """Which partners may read what of the story now, and until when."""
    asked = _asked(person)
    agreed = [referral for referral in asked.rows if referral.agreement_id]
    # who was never sent to anybody has said no to nobody
    said_no = any(referral.has_no for referral in asked.rows)
    objections = said_no_to(person) if said_no else []
    return {
        "asked": asked,
        "referrals": agreed,
        "person": person,
        "objections": objections,
    }


@register.inclusion_tag("referrals/gaps/_gaps.html", takes_context=True)
def gaps_of(context: Context, person: Person) -> dict[str, object]:
    """Needs that nobody here meets."""
    rows = Gap.objects.open().filter(person=person).select_related("noted_by")
    return {"page": _page(context, rows, "gaps", "noted_at", "pk"), "person": person}


@register.inclusion_tag("referrals/referrals/_who_else_helps.html", takes_context=True)
def who_else_helps(
    context: Context, person: Person, partner: UUID | Literal[""]
) -> dict[str, object]:
    """Other partners who help now: only where the person agreed that it is known.

    A preview for several partners names none: there is no other to leave out.
    """
    others = person.referrals.filter(state__in=[State.ACCEPTED, State.HELPING])
    if partner:
        others = others.exclude(partner=partner)
    others = others.select_related("partner", "offer")
    return {"page": _page(context, others, "others", "partner__name", "pk")}


@register.inclusion_tag("referrals/attachments/_shared_files.html", takes_context=True)
def files_shared(
    context: Context, referral: Referral, may_answer: bool
) -> dict[str, object]:
    """The files that this referral shares; a partner can open them."""
    page = page_of(
        shared_files(referral),
        context["request"],
        by=("-dated", "-pk"),
        mark="files",
        path=reverse("referrals:referral", args=[referral.pk]),
    )
    return {
        "files": page.rows,
        "page": page,
        "referral": referral,
        "may_answer": may_answer,
    }


@register.inclusion_tag("referrals/hand_ons/_suggested.html", takes_context=True)
def suggested_by_partner(context: Context, referral: Referral) -> dict[str, object]:
    """What the partner suggested instead, the newest first, with the answers."""
    page = page_of(
        suggested(referral),
        context["request"],
        by=("-proposed_at", "-pk"),
        size=_SUGGESTED,
        mark="suggested",
        path=reverse("referrals:referral", args=[referral.pk]),
    )
    return {"page": page, "referral": referral}


def _page(context: Context, rows: QuerySet[Any], mark: str, *by: str) -> Page:
    """Some of the rows, with the way to the others on the same page."""
    return page_of(rows, context["request"], by=by, size=AT_MOST, mark=mark)


def _asked(person: Person) -> Cut:
    """Read once for a page, however many of its parts ask."""
    if not hasattr(person, "_asked"):
        rows = asked_for(person).order_by("-moved_at", "-pk")
        person._asked = first_of(rows, AT_MOST)  # type: ignore[attr-defined]
    return person._asked  # type: ignore[attr-defined]
