"""Finding people by a need: on their story map, or what they asked partners for."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from ..models import MapVersion
from ..models.people import PersonQuerySet
from ..registries import needs


def on_the_map(person: OuterRef, need: str) -> QuerySet[MapVersion]:
    """Maps of this person with this need, that no newer one replaces."""
    newer = MapVersion.objects.filter(
        person=OuterRef("person"), number__gt=OuterRef("number")
    )
    rows = MapVersion.objects.filter(person=person, needs__contains=[{"kind": need}])
    return rows.filter(~Exists(newer))


def with_need(people: PersonQuerySet, need: str) -> PersonQuerySet:
    found = Q()
    for source in needs.sources():
        found |= Q(Exists(source(OuterRef("pk"), need)))
    return people.filter(found)
