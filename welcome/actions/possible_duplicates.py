"""Two records that look alike are two people: said by someone who knows."""

from collections.abc import Iterable

from django.db import transaction

from ..audit import trail
from ..models import NotTheSame, Person, User
from .duplicate_asks import answer_not_the_same
from .pairs import both_locked


@transaction.atomic
def say_not_the_same(person: Person, other: Person, *, by: User) -> NotTheSame:
    """Remember it, so that no one is asked again. Saying it twice changes nothing.

    It answers the question to a lead, if there is one about these two.
    """
    one, two = both_locked(person, other)
    said, is_new = NotTheSame.objects.get_or_create(
        one=one, other=two, defaults={"said_by": by}
    )
    if is_new:
        trail.record("twins.not_the_same", about=said, by=by, person=person)
    answer_not_the_same(one, two, by=by)
    return said


@transaction.atomic
def take_back_not_the_same(person: Person, other: Person, *, by: User) -> bool:
    """The two may be one after all. Whether there was anything to take back."""
    one, two = both_locked(person, other)
    said = NotTheSame.objects.filter(one=one, other=two).first()
    if said is None:
        return False
    trail.record("twins.opened_again", about=said, by=by, person=person)
    said.delete()
    return True


def say_none_is_the_same(person: Person, others: Iterable[Person], *, by: User) -> None:
    """A record was begun although these looked like it: they are someone else."""
    for other in others:
        if other.pk != person.pk:
            say_not_the_same(person, other, by=by)
