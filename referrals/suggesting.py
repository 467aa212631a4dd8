"""What is known of a person and of offers, laid before the rules of `routing`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db.models import Count, Q
from django.utils import timezone

from welcome.models import Equality, Person

from .models import Need, Offer, Referral, State
from .routing import Choice, Suggestion, Wish, ranked
from .standing import standing_of

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
    """Every one of these offers, what suits the person best first. Eight queries."""
    offers = list(offers)
    against = standing_of(person, offers, need)
    returned = _given_back(offers)
    choices = [
        (offer, _choice(offer, against.get(offer.pk, ""), returned.get(offer.pk)))
        for offer in offers
    ]
    return [
        Suggested(offer, why, against.get(offer.pk, ""))
        for offer, why in ranked(wish_of(person, need), choices)
    ]


def wish_of(person: Person, need: str) -> Wish:
    """What they ask now first; then what is on their map. Four queries."""
    newest = person.maps.newest_first().first()
    kinds = [drawn.get("kind", "") for drawn in newest.needs] if newest else []
    known = [kind for kind in dict.fromkeys([need, *kinds]) if kind in Need.values]
    needs = person.access_needs.exclude(code="").order_by("code")
    equality = Equality.objects.filter(person=person).first()
    return Wish(
        called=person.known_as,
        needs=tuple(known),
        age=person.age,
        district=person.postcode.partition(" ")[0],
        access={row.code: row.get_code_display() for row in needs},
        language=person.language,
        gender=equality.gender if equality else "",
        hopes=tuple(person.hopes.open().values_list("words", flat=True)[:12]),
    )


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


def _given_back(offers: list[Offer]) -> dict[UUID, tuple[int, int]]:
    """How many each gave back, of how many it answered, in the last year."""
    answered = Referral.objects.filter(
        offer__in=offers, answered_at__gte=timezone.now() - _A_YEAR
    )
    rows = (
        answered.order_by()
        .values_list("offer")
        .annotate(
            returned=Count("pk", filter=Q(state=State.RETURNED)), answered=Count("pk")
        )
    )
    return {pk: (returned, answered) for pk, returned, answered in rows}
