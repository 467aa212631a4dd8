"""The rows of who holds a person, and of a farewell. Saves nothing."""

from datetime import datetime
from typing import TypedDict, Unpack

from ..audit.event_rows import unsaved_event
from ..audit.payloads import PersonFarewell
from ..models import Event, Farewell, Holding, Organisation, Person, Team, User


class Holder(TypedDict, total=False):
    """A team or a partner, and who it is there."""

    team: Team | None
    partner: Organisation | None
    worker: User | None


def unsaved_holding(
    person: Person,
    current: Holding | None,
    *,
    by: User,
    at: datetime,
    **holder: Unpack[Holder],
) -> Holding:
    """The row that begins as `current` ends, and whose person is open. Saves none."""
    if current:
        current.until_at = at
    person.is_open = True
    return Holding(person=person, from_at=at, begun_by=by, **holder)


def held(holding: Holding) -> Event:
    """That they hold the person from now on."""
    return unsaved_event(
        "person.held",
        at=holding.from_at,
        about=holding,
        by=holding.begun_by,
        person=holding.person,
        team=holding.team,
        partner=holding.partner,
    )


def unsaved_farewell(
    person: Person,
    current: Holding | None,
    *,
    by: User,
    at: datetime,
    reason: str,
    words: str,
) -> Farewell:
    """The goodbye; no one holds the person from then on. Saves none of the rows."""
    if current:
        current.until_at = at
    person.is_open = False
    return Farewell(person=person, reason=reason, words=words, said_at=at, said_by=by)


def parted(farewell: Farewell) -> Event:
    return unsaved_event(
        "person.farewell",
        at=farewell.said_at,
        about=farewell,
        by=farewell.said_by,
        person=farewell.person,
        team=farewell.person.team,
        detail=PersonFarewell(reason=farewell.reason),
    )
