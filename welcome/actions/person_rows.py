"""The rows of a new record, and what is written of it. Saves nothing."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from ..audit.event_rows import unsaved_event
from ..audit.payloads import PersonAboutMe
from ..models import AccessNeed, ContactWish, Event, Person, Team, User
from ..values.phones import digits


def unsaved_person(team: Team, *, at: datetime, **facts: Any) -> Person:
    """A record at this team and its site; `facts` are the other columns."""
    return Person(site=team.site, team=team, made_at=at, **facts)


def welcomed(person: Person, *, by: User) -> Event:
    return unsaved_event(
        "person.welcomed",
        at=person.made_at,
        about=person,
        by=by,
        person=person,
        team=person.team,
    )


def unsaved_wish(person: Person, phone: str, **said: Any) -> ContactWish:
    """How it is safe to reach them; `said` are the other columns."""
    return ContactWish(person=person, phone=phone, phone_digits=digits(phone), **said)


def unsaved_needs(person: Person, codes: Iterable[str], words: str) -> list[AccessNeed]:
    """What they need to be there: one row for each code, and one for their words."""
    needs = [AccessNeed(person=person, code=code) for code in codes]
    return [*needs, AccessNeed(person=person, words=words)] if words else needs


def about_me_changed(
    person: Person, parts: Iterable[str], *, by: User, at: datetime
) -> Event:
    """Which parts of what is known about them were written anew."""
    codes = PersonAboutMe(parts="_".join(parts))
    return unsaved_event(
        "person.about_me", at=at, about=person, by=by, person=person, detail=codes
    )
