"""Reading what is never moved: over the record that stayed and those linked to it.

See `welcome.linking`: the trail, who looked and who held whom stay with the record for
which they were written. To the reader it is one person.
"""

from collections.abc import Iterable
from typing import TypeVar

from django.db.models import Prefetch, Q, QuerySet

from ..audit.event_rows import label
from ..finding import search_box
from ..finding.possible_duplicates import Twin
from ..models import (
    Contact,
    Emergency,
    Event,
    Farewell,
    Holding,
    Introduction,
    Look,
    Meeting,
    Membership,
    Person,
    SafeguardingConcern,
    Team,
    User,
)
from ..models.meetings import MeetingQuerySet

T = TypeVar("T", bound=Twin)


def events_of(person: Person) -> QuerySet[Event]:
    rows = Event.objects.filter(person__in=person.family)
    return rows.select_related("by", "team", "partner")


def looks_at(person: Person) -> QuerySet[Look]:
    return Look.objects.filter(person__in=person.family).select_related("by")


def events_told(person: Person) -> QuerySet[Event]:
    """The same for the person's own eyes: without what could harm them to know."""
    return events_of(person).exclude(about__in=_kept_from(person))


def looks_told(person: Person) -> QuerySet[Look]:
    return looks_at(person).exclude(about__in=_kept_from(person))


def looks_with_workplaces(person: Person) -> QuerySet[Look]:
    """The same, each with where its reader works now (`by.places`)."""
    current = Membership.objects.current().select_related("team", "organisation")
    return looks_told(person).prefetch_related(
        Prefetch("by__memberships", queryset=current, to_attr="places")
    )


def _kept_from(person: Person) -> list[str]:
    return [
        label(row)
        for model in (Emergency, SafeguardingConcern)
        for row in _kept_rows(model, person)
    ]


def _kept_rows(
    model: type[Emergency] | type[SafeguardingConcern], person: Person
) -> QuerySet[Emergency] | QuerySet[SafeguardingConcern]:
    return model.objects.filter(person__in=person.family).kept_from_the_person()


def contacts_of(person: Person) -> QuerySet[Contact]:
    """The contact log, welcome calls included."""
    return Contact.objects.filter(_theirs(person)).select_related("by")


def meetings_of(person: Person) -> MeetingQuerySet:
    """Planned or over, those before a first conversation included."""
    return Meeting.objects.filter(_theirs(person)).select_related("who")


def _theirs(person: Person) -> Q:
    """What is about the person, or about how they came to us.

    The introductions are asked for first: each half of the question has an index.
    """
    came = Introduction.objects.filter(person__in=person.family)
    keys = list(came.values_list("pk", flat=True))
    return Q(person__in=person.family) | Q(introduction__in=keys)


def holdings_of(person: Person) -> QuerySet[Holding]:
    return Holding.objects.filter(person__in=person.family)


def farewells_of(person: Person) -> QuerySet[Farewell]:
    return Farewell.objects.filter(person__in=person.family)


def found(user: User, words: str) -> search_box.Finds:
    """Whom these words find, also by what stands on a record linked to theirs."""
    mine = Person.objects.visible_to(user).select_related("team")
    teams = user.team_ids
    ours = search_box.by_words(mine, words, teams)
    people = {person.pk: person for person in ours.people}
    linked = Person.objects.filter(linked_to__in=mine.order_by())
    linked = linked.select_related("linked_to__team")
    near = Team.objects.filter(site__teams__in=teams).values_list("pk", flat=True)
    theirs = search_box.by_words(linked, words, set(near))
    for other in theirs.people:
        if other.linked_to:
            people.setdefault(other.linked_to.pk, other.linked_to)
    return search_box.Finds(list(people.values()), ours.is_cut or theirs.is_cut)


def one_of_each(twins: Iterable[T]) -> list[T]:
    """Each person once, by the record that stayed, however many looked alike."""
    each: dict[object, T] = {}
    for twin in twins:
        twin.person = twin.person.linked_to or twin.person
        each.setdefault(twin.person.pk, twin)
    return list(each.values())
