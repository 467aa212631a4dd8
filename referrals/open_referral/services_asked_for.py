"""The offers that the open feed may tell of, and pages of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet, Value

from ..models import Offer, OfferTime, Stands
from .asking import Asked
from .places import PHYSICAL
from .terms import ACCESS, NEEDS, ONLY_FOR, Term, every_taxonomy, every_term
from .writing import VIRTUAL

T = TypeVar("T")

#: Only these are told of. Who is closed for a while says so; who is gone is gone.
TOLD = [Stands.ACTIVE, Stands.RESTING]
#: The same rule as `writing.places_of`, for the database.
_SOMEWHERE = ~Q(where="", address="", access="")
_PLACES = {PHYSICAL: _SOMEWHERE, VIRTUAL: Q(by_phone_or_video=True)}


@dataclass(frozen=True)
class Page:
    """One page of what was asked for, in the envelope of the standard."""

    contents: list[Any]
    total: int
    asked: Asked

    def told(self) -> dict[str, object]:
        pages = -(-self.total // self.asked.per_page)
        return {
            "total_items": self.total,
            "total_pages": pages,
            "page_number": self.asked.page,
            "size": len(self.contents),
            "first_page": self.asked.page == 1,
            "last_page": self.asked.page >= pages,
            "empty": not self.contents,
            "contents": self.contents,
        }


def offers() -> QuerySet[Offer]:
    """All that are told of, with what is read of them; the oldest word first."""
    told = Offer.objects.filter(stands__in=TOLD)
    return told.select_related("partner", "site").order_by("changed_at", "pk")


def asked_for(asked: Asked) -> QuerySet[Offer]:
    found = offers()
    for word in asked.search:
        found = found.filter(
            Q(name__icontains=word)
            | Q(words__icontains=word)
            | Q(partner__name__icontains=word)
        )
    if asked.district:
        found = found.filter(Q(districts=[]) | Q(districts__contains=[asked.district]))
    return _at_times(_for_ages(_with_terms(found, asked), asked), asked)


def page_of(found: QuerySet[Offer], asked: Asked) -> tuple[list[Offer], int]:
    """Those of one page, and how many there are. Two questions."""
    first = (asked.page - 1) * asked.per_page
    return list(found[first : first + asked.per_page]), found.count()


def places(asked: Asked) -> tuple[list[tuple[Offer, str]], int]:
    """The offers of one page with their kind of place, and how many there are."""
    found = asked_for(asked).select_related(None)
    rows, *others = [
        found.filter(rule)
        .annotate(kind=Value(kind, output_field=CharField()))
        .values_list("changed_at", "pk", "kind")
        .order_by()
        for kind, rule in _PLACES.items()
    ]
    every = rows.union(*others, all=True).order_by("changed_at", "pk", "kind")
    first = (asked.page - 1) * asked.per_page
    page = list(every[first : first + asked.per_page])
    known = offers().in_bulk([pk for _, pk, _ in page])
    return [(known[pk], kind) for _, pk, kind in page if pk in known], every.count()


def slice_of(things: Sequence[T], asked: Asked) -> list[T]:
    first = (asked.page - 1) * asked.per_page
    return list(things[first : first + asked.per_page])


def _with_terms(found: QuerySet[Offer], asked: Asked) -> QuerySet[Offer]:
    """Those with this term, or with any of this taxonomy. An unknown one has none."""
    if asked.term:
        found = found.filter(_has(every_term().get(asked.term)))
    if asked.taxonomy:
        one = every_taxonomy().get(asked.taxonomy)
        rule = _nothing()
        for term in one.terms if one else []:
            rule |= _has(term)
        found = found.filter(rule)
    return found


def _nothing() -> Q:
    return Q(pk__in=list[UUID]())


def _has(term: Term | None) -> Q:
    if term is None:
        return _nothing()
    match term.taxonomy:
        case one if one == NEEDS:
            return Q(needs__contains=[term.code])
        case one if one == ACCESS:
            return Q(meets__contains=[term.code])
        case one if one == ONLY_FOR:
            return Q(only_for=term.code)
    return _nothing()


def _for_ages(found: QuerySet[Offer], asked: Asked) -> QuerySet[Offer]:
    """By the words of the standard: not younger than, and not older than."""
    if asked.minimum_age is not None:
        found = found.filter(ages_from__gte=asked.minimum_age)
    if asked.maximum_age is not None:
        found = found.filter(ages_to__lte=asked.maximum_age)
    return found


def _at_times(found: QuerySet[Offer], asked: Asked) -> QuerySet[Offer]:
    """Those with one time in the week that is as asked in every way."""
    rules: dict[str, object] = {
        "day": asked.day,
        "opens__gte": asked.start,
        "closes__lte": asked.end,
    }
    rules = {name: value for name, value in rules.items() if value is not None}
    if not rules:
        return found
    times = OfferTime.objects.filter(offer=OuterRef("pk"), **rules)
    if asked.end is not None:  # a night does not close before its own beginning
        times = times.filter(closes__gt=F("opens"))
    return found.filter(Exists(times))
