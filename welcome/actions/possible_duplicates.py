"""Two records that look alike are two people: said by somebody who knows."""

from collections.abc import Iterable

from django.db import transaction

from ..audit import trail
from ..models import NotTheSame, Person, User
from ..refusals import Refused


@transaction.atomic
def say_not_the_same(person: Person, other: Person, *, by: User) -> NotTheSame:
    """Remember it, so that nobody is asked again. Saying it twice changes nothing."""
    if person.pk == other.pk:
        raise Refused("This is one record only. Choose two different ones.")
    if person.site_id != other.site_id:
        raise Refused(
            "These two records are at different sites. We never compare across sites."
        )
    keys = sorted((person.pk, other.pk))
    locked = Person.objects.select_for_update(of=("self",)).order_by("pk")
    one, two = locked.filter(pk__in=keys)
    said, is_new = NotTheSame.objects.get_or_create(
        one=one, other=two, defaults={"said_by": by}
    )
    if is_new:
        trail.record("twins.not_the_same", about=said, by=by, person=person)
    return said


def say_none_is_the_same(person: Person, others: Iterable[Person], *, by: User) -> None:
    """A record was begun although these looked like it: they are somebody else."""
    for other in others:
        if other.pk != person.pk:
            say_not_the_same(person, other, by=by)
