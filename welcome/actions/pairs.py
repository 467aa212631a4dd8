"""Two records that someone says something about, locked together."""

from django.db.models import Q

from ..models import Person
from ..refusals import Refused


def both_locked(person: Person, other: Person) -> tuple[Person, Person]:
    """Always in the same order, so that two who say something never wait in a ring."""
    if person.pk == other.pk:
        raise Refused("This is one record only. Choose two different ones.")
    if person.site_id != other.site_id:
        raise Refused(
            "These two records are at different sites. We never compare across sites."
        )
    rows = Person.objects.select_for_update(of=("self",)).order_by("pk")
    one, two = rows.filter(Q(pk=person.pk) | Q(pk=other.pk))
    return one, two
