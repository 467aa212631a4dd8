"""Drawing the story map. Every change is a new version; all the old ones stay."""

from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from ..audit import trail
from ..audit.payloads import MapRedrawn
from ..models import MapVersion, Person, User
from .stories import tell_their_team
from .story_map_changes import Redrawing


class MapChanged(Exception):
    """Somebody drew meanwhile. Holds their map, to be seen."""

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

    Raises MapChanged where somebody has drawn since: nobody draws over another.
    """
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    newest = _maps(person).first()
    standing = newest or MapVersion(person=person, number=0, needs=[], ties=[])
    needs, ties = redrawing(standing.needs, standing.ties)
    if newest and [needs, ties] == [newest.needs, newest.ties]:
        return newest  # pressed twice, or nothing to change
    if standing.number != was:
        raise MapChanged(standing)
    drawn = MapVersion.objects.create(
        person=person,
        number=was + 1,
        needs=needs,
        ties=ties,
        change=change,
        hand=MapVersion.Hand.SELF if by.is_the_person else hand,
        made_by=by,
    )
    _happened(drawn, by)
    return drawn


def _maps(person: Person) -> QuerySet[MapVersion]:
    return MapVersion.objects.filter(person=person).newest_first()


def _happened(drawn: MapVersion, by: User) -> None:
    person = drawn.person
    told = _told_lately(person)
    event = trail.record(
        "map.changed",
        about=drawn,
        by=by,
        person=person,
        team=person.team,
        detail=MapRedrawn(change=str(drawn.change), number=drawn.number),
    )
    if by.is_the_person and not told:
        tell_their_team(event, person)


def _told_lately(person: Person) -> bool:
    """Who draws makes many small changes in one sitting: their team hears once."""
    lately = person.events.filter(
        what="map.changed", at__gte=timezone.now() - timedelta(hours=1)
    )
    return lately.filter(by=User.objects.hand("person")).exists()
