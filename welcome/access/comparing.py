"""Two records side by side: who may see how much of them, and the note of it."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from ..finding.possible_duplicates import Twin
from ..linking.parts import Compared, compared
from ..models import LinkAsked, Look, Person, User
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
    near = Person.objects.filter(site=ours.site_id, linked_to=None)
    near = near.exclude(account=user).select_related("team", "site", "contact_wish")
    theirs = get_object_or_404(near, pk=other)
    Look.objects.create(person=theirs, by=user, why=Look.Why.TWIN)
    asked = LinkAsked.objects.filter(ours=theirs, theirs=ours, answered_at=None)
    return Pair(ours, theirs, may_compare=asked.exists())
