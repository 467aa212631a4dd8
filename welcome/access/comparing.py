"""Two records side by side: who may see how much of them, and the note of it."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from ..audit.looks import record_look, record_looks
from ..finding.possible_duplicates import Twin
from ..linking.parts import Compared, compared
from ..models import LinkAsked, Look, NotTheSame, Person, User
from ..models.own_record import is_ones_own
from ..models.possible_duplicates import NotTheSameQuerySet
from .permissions import open_record


@dataclass
class Pair:
    """Ours, the other, and whether the other may be read or only recognised."""

    ours: Person
    other: Person
    may_compare: bool

    @property
    def recognisable(self) -> str:
        return Twin(self.other).recognisable

    @property
    def rows(self) -> list[Compared]:
        return compared(self.ours, self.other) if self.may_compare else []


def open_both(user: User, pk: UUID, other: UUID) -> Pair:
    """Both records, each look written down. Of another team's only what they allow.

    A team that asks whether two are one lets the other team's leads read its record.
    """
    if pk == other:
        raise Http404
    ours = open_record(user, pk)
    if Person.objects.known_to(user).filter(pk=other).exists():
        return Pair(ours, open_record(user, other), may_compare=True)
    theirs = somebody_near(user, ours.site_id, other, linked_to=None)
    record_look(theirs, by=user, why=Look.Why.TWIN)
    asked = LinkAsked.objects.filter(ours=theirs, theirs=ours, answered_at=None)
    return Pair(ours, theirs, may_compare=asked.exists())


def somebody_near(user: User, site: UUID, pk: UUID, **more: object) -> Person:
    """Anyone of this site, to recognise, not to read; never oneself. Else Http404."""
    near = Person.objects.filter(site=site, **more).without_own(user)
    near = near.select_related("team", "site", "contact_wish")
    found: Person = get_object_or_404(near, pk=pk)
    return found


def said_not_the_same(user: User, person: Person) -> NotTheSameQuerySet:
    """Of whom it was said that they are someone else, with who said so."""
    rows = NotTheSame.objects.of(person).without_own(user)
    return rows.select_related("said_by", "one__team", "other__team")


def without_own(user: User, twins: list[Twin]) -> list[Twin]:
    """Those who are not this user."""
    return [twin for twin in twins if not is_ones_own(user, twin.person)]


def seen_by(user: User, twins: list[Twin]) -> list[Twin]:
    """What this user may see of them. A look at another team's person is kept."""
    seen = without_own(user, twins)
    for twin in seen:
        twin.is_mine = twin.person.team_id in user.team_ids
    others = [twin.person.pk for twin in seen if not twin.is_mine]
    record_looks(others, by=user, why=Look.Why.TWIN)
    return seen
