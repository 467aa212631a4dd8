"""Whether the records that an import made are still as it made them.

Everything that anyone does with a record leaves an event, a look or a row of its own.
So whatever points to the person and was not written by the import itself counts: a
model that is added one day counts as well, until someone says here that imports
write it.
"""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Q, QuerySet

from ..audit.event_rows import label
from ..linking.relations import every_relation
from ..models import Event, Import, Look, Person

#: The rows that an import writes about a person, and that go when it is undone. What
#: anyone changes in them later is an event.
MADE_BY_IMPORT = (
    "welcome.ContactWish.person",
    "welcome.AccessNeed.person",
    "welcome.Identifier.person",
    "welcome.Introduction.person",
    "welcome.Holding.person",
    "welcome.Passage.person",
)
#: Kept for good, or asked about in another way.
_LOOKED_AT_APART = (
    "welcome.Event.person",
    "welcome.Look.person",
    "welcome.ImportRow.person",
    "welcome.ImportRow.twin",
)
_OWN_EVENTS = ("person.brought_over", "person.recognised", "passage.added")


def made_by(taken: Import) -> QuerySet[Person]:
    """Whom this list made."""
    rows = taken.rows.filter(outcome="made")
    return Person.objects.filter(pk__in=rows.values("person"))


def references_touched(taken: Import, *, at_most: int = 6) -> list[str]:
    """The references of records in which someone has done something since; some."""
    people = made_by(taken)
    found: set[str] = set()
    for touched in _touched(taken, people):
        found.update(touched.values_list("reference", flat=True)[:at_most])
        if len(found) >= at_most:
            break
    return sorted(found)[:at_most]


def _touched(taken: Import, people: QuerySet[Person]) -> Iterator[QuerySet[Person]]:
    """The people for whom each kind of thing exists, one kind after the other."""
    yield people.filter(~Q(linked_to=None) | ~Q(account=None))
    yield people.filter(pk__in=_events_since(taken, people).values("person"))
    looks = Look.objects.filter(person__in=people.values("pk"))
    yield people.filter(pk__in=looks.exclude(why=Look.Why.TEAM).values("person"))
    known = MADE_BY_IMPORT + _LOOKED_AT_APART
    for relation in every_relation():
        if relation.label not in known:
            rows = relation.rows.filter(**{f"{relation.column}__in": people})
            yield people.filter(pk__in=rows.values(relation.column))


def _events_since(taken: Import, people: QuerySet[Person]) -> QuerySet[Event]:
    """Events that are not of the import's own runs."""
    events = Event.objects.filter(person__in=people.values("pk"))
    own = Q(what__in=_OWN_EVENTS, by__in=_who_ran(taken), at__lte=_ended_at(taken))
    return events.exclude(own)


def _runs(taken: Import) -> QuerySet[Event]:
    return Event.objects.filter(about=label(taken), what="import.run")


def _who_ran(taken: Import) -> list[object]:
    return list(_runs(taken).values_list("by", flat=True))


def _ended_at(taken: Import) -> datetime:
    last = _runs(taken).order_by("-at").values_list("at", flat=True).first()
    return last or taken.made_at
