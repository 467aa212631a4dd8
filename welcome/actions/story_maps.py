"""Drawing the story map. Every change is a new version; all the old ones stay."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from ..audit import trail
from ..audit.event_rows import unsaved_event
from ..audit.payloads import MapRedrawn
from ..models import Event, MapVersion, Person, User
from .stories import tell_their_team
from .story_map_changes import Redrawing


class MapChanged(Exception):
    """Someone drew meanwhile. Holds their map, to be seen."""

    def __init__(self, newest: MapVersion) -> None:
        self.newest = newest
        super().__init__(str(newest.pk))


@transaction.atomic
def redraw(
    person: Person,
    redrawing: Redrawing,
    *,
    by: User,
    was: int,
    change: str,
    hand: str = MapVersion.Hand.TOGETHER,
) -> MapVersion:
    """The next version of the map, drawn from number `was`.

    Raises MapChanged where someone has drawn since: no one draws over another.
    """
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    newest = _maps(person).first()
    standing = newest or empty_map(person)
    drawn = unsaved_version(
        standing, redrawing, by=by, at=timezone.now(), change=change, hand=hand
    )
    if newest and [drawn.needs, drawn.ties] == [newest.needs, newest.ties]:
        return newest  # pressed twice, or nothing to change
    if standing.number != was:
        raise MapChanged(standing)
    drawn.save(force_insert=True)
    _happened(drawn, by)
    return drawn


def empty_map(person: Person) -> MapVersion:
    """What the first version is drawn from; never saved."""
    return MapVersion(person=person, number=0, needs=[], ties=[])


def unsaved_version(
    standing: MapVersion,
    redrawing: Redrawing,
    *,
    by: User,
    at: datetime,
    change: str,
    hand: str = MapVersion.Hand.TOGETHER,
) -> MapVersion:
    """The row that follows `standing`, with what the redrawing makes of it."""
    needs, ties = redrawing(standing.needs, standing.ties)
    return MapVersion(
        person=standing.person,
        number=standing.number + 1,
        needs=needs,
        ties=ties,
        change=change,
        hand=MapVersion.Hand.SELF if by.is_the_person else hand,
        made_by=by,
        made_at=at,
    )


def drew(drawn: MapVersion) -> Event:
    person = drawn.person
    return unsaved_event(
        "map.changed",
        at=drawn.made_at,
        about=drawn,
        by=drawn.made_by,
        person=person,
        team=person.team,
        detail=MapRedrawn(change=str(drawn.change), number=drawn.number),
    )


def _maps(person: Person) -> QuerySet[MapVersion]:
    return MapVersion.objects.filter(person=person).newest_first()


def _happened(drawn: MapVersion, by: User) -> None:
    person = drawn.person
    told = _told_lately(person)
    event = trail.write(drew(drawn))
    if by.is_the_person and not told:
        tell_their_team(event, person)


def _told_lately(person: Person) -> bool:
    """Who draws makes many small changes in one sitting: their team hears once."""
    lately = person.events.filter(
        what="map.changed", at__gte=timezone.now() - timedelta(hours=1)
    )
    return lately.filter(by=User.objects.hand("person")).exists()
