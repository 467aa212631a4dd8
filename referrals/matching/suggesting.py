"""What is known of a person and of offers, laid before the rules of `routing`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, OuterRef, Q, Subquery
from django.utils import timezone

from welcome.models import AccessNeed, Adjustment, Hope, MapVersion, Person

from ..models import Need, Offer, Referral, State
from .routing import Suggestion, ranked
from .warnings import standing_of
from .wish import Choice, Wish

_A_YEAR = timedelta(days=365)


@dataclass
class Suggested:
    """One offer, and what speaks for and against asking it for this person."""

    offer: Offer
    why: Suggestion
    #: What stands against it, said before the form: see `standing`.
    against: str


def suggested_for(
    person: Person, need: str, offers: Iterable[Offer]
) -> list[Suggested]:
    """Every one of these offers, what suits the person best first. Five queries."""
    offers = list(offers)
    wish = wish_of(person, need)
    against = standing_of(person, offers, need)
    returned = _given_back(offers, wish)
    choices = [
        (offer, _choice(offer, against.get(offer.pk, ""), returned.get(offer.pk)))
        for offer in offers
    ]
    return [
        Suggested(offer, why, against.get(offer.pk, ""))
        for offer, why in ranked(wish, choices)
    ]


def wish_of(person: Person, need: str) -> Wish:
    """What they ask now first, "" for nothing yet; then their map. One query."""
    drawn, codes, gender, hopes = _said_by(person)
    kinds = [one.get("kind", "") for one in drawn or []]
    asked = need if need in Need.values else ""
    also = [kind for kind in dict.fromkeys(kinds) if kind in Need.values]
    return Wish(
        called=person.known_as,
        needs=(asked, *(kind for kind in also if kind != asked)),
        age=person.age,
        district=person.postcode.partition(" ")[0],
        access={code: str(Adjustment(code).label) for code in codes},
        language=person.language,
        gender=gender or "",
        hopes=tuple(hopes),
    )


def _said_by(person: Person) -> Any:
    """Their newest map, needs of access, gender and hopes."""
    theirs = {"person": OuterRef("pk")}
    maps = MapVersion.objects.filter(**theirs).order_by("-number").values("needs")
    codes = AccessNeed.objects.filter(**theirs).exclude(code="").order_by("code")
    hopes = Hope.objects.filter(**theirs).open().values("words")
    return Person.objects.values_list(
        Subquery(maps[:1]),
        ArraySubquery(codes.values("code")),
        "equality__gender",
        ArraySubquery(hopes[:12]),
    ).get(pk=person.pk)


def _choice(offer: Offer, against: str, back: tuple[int, int] | None) -> Choice:
    returned, answered = back or (0, 0)
    return Choice(
        words=f"{offer.name} {offer.words}",
        needs={code: str(Need(code).label) for code in offer.needs},
        ages_from=offer.ages_from,
        ages_to=offer.ages_to,
        districts=frozenset(offer.districts),
        meets=frozenset(offer.meets),
        cannot_meet=frozenset(offer.cannot_meet),
        languages=tuple(offer.languages),
        only_for=offer.only_for,
        capacity=offer.now,
        room=offer.room,
        weeks=offer.wait_weeks or 0,
        returned=returned,
        answered=answered,
        against=against,
    )


def _given_back(offers: list[Offer], wish: Wish) -> dict[UUID, tuple[int, int]]:
    """How many each gave back, of how many it answered, in the last year.

    Of those for what is asked; else for what is on their map; else of all.
    """
    answered = Referral.objects.filter(
        offer__in=offers, answered_at__gte=timezone.now() - _A_YEAR
    )
    asked, *also = wish.needs
    if alike := [asked] if asked else also:
        answered = answered.filter(request__need__in=alike)
    rows = (
        answered.order_by()
        .values_list("offer")
        .annotate(
            returned=Count("pk", filter=Q(state=State.RETURNED)), answered=Count("pk")
        )
    )
    return {pk: (returned, answered) for pk, returned, answered in rows}
