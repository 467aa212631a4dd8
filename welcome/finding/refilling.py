"""Rebuild missing search keys (of rows changed by hand, or copied in)."""

from ..models import Person

_AT_ONCE = 1000


def renew(*people: Person) -> None:
    """At once, where a name or a birthday was written without `save`."""
    for person in Person.objects.filter(pk__in=[person.pk for person in people]):
        person.save(update_fields=["find_keys"])


def fill(at_most: int = 200_000) -> int:
    """How many were made findable. Someone changed meanwhile waits for next time."""
    done = 0
    while done < at_most:
        some = list(Person.objects.filter(find_keys=None).order_by("pk")[:_AT_ONCE])
        if not some:
            break
        for person in some:
            person.find_keys = person.own_keys()
        done += Person.objects.bulk_update(some, ["find_keys"])
    return done
