"""Parts of this room on the pages of others. A template's string is no import."""

from typing import Literal
from uuid import UUID

from django import template
from django.db.models import Count, Exists, IntegerField, OuterRef, Subquery

from welcome.models import Person

from ..matching.objections import said_no_to
from ..models import Agreement, Gap, Objection, Referral, State

register = template.Library()
AT_MOST = 10


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
    return {"referrals": _asked(person)}


@register.inclusion_tag("referrals/agreements/_who_may_read.html")
def who_may_read(person: Person) -> dict[str, object]:
    """Which partners may read what of the story now, and until when."""
    asked = _asked(person)
    agreed = [referral for referral in asked if referral.agreement_id]
    # who was never sent to anybody has said no to nobody
    said_no = any(referral.has_no for referral in asked)  # type: ignore[attr-defined]
    objections = said_no_to(person) if said_no else []
    return {"referrals": agreed, "person": person, "objections": objections}


@register.inclusion_tag("referrals/gaps/_gaps.html")
def gaps_of(person: Person) -> dict[str, object]:
    """Needs that nobody here meets."""
    rows = Gap.objects.open().filter(person=person).select_related("noted_by")
    return {"gaps": rows.order_by("noted_at")[:AT_MOST], "person": person}


@register.inclusion_tag("referrals/referrals/_who_else_helps.html")
def who_else_helps(person: Person, partner: UUID | Literal[""]) -> dict[str, object]:
    """Other partners who help now: only where the person agreed that it is known.

    A preview for several partners names none: there is no other to leave out.
    """
    others = person.referrals.filter(state__in=[State.ACCEPTED, State.HELPING])
    if partner:
        others = others.exclude(partner=partner)
    others = others.select_related("partner", "offer")
    return {"others": others.order_by("partner__name", "pk")[:AT_MOST]}


def _asked(person: Person) -> list[Referral]:
    """Read once for a page, however many of its parts ask."""
    if not hasattr(person, "_asked"):
        rows = person.referrals.exclude(state=State.WITHDRAWN, sent_at=None)
        rows = rows.select_related("partner", "offer", "worker", "agreement")
        rows = rows.annotate(
            passages_shared=_count_of_passages(),
            has_no=Exists(Objection.objects.standing().filter(person=person)),
        )
        person._asked = list(rows.order_by("-moved_at", "-pk")[:AT_MOST])  # type: ignore[attr-defined]
    return person._asked  # type: ignore[attr-defined]


def _count_of_passages() -> Subquery:
    """How many passages the agreement names."""
    named = Agreement.objects.filter(pk=OuterRef("agreement")).order_by()
    counted = named.annotate(n=Count("passages")).values("n")
    return Subquery(counted, output_field=IntegerField())
