"""A copy on paper leaves the house: who made it, and which."""

from django.db import transaction

from welcome.audit import trail
from welcome.models import Event, Person, User

from ..payloads import CopyTaken


@transaction.atomic
def print_out(person: Person, *, by: User, sheet: str) -> Event:
    """Written down before anyone has it. `sheet`: card, story or letter."""
    return trail.record(
        "copy.printed",
        about=person,
        by=by,
        person=person,
        team=person.team,
        detail=CopyTaken(sheet=sheet),
    )


@transaction.atomic
def take_copy(person: Person, *, by: User, sheet: str = "") -> Event:
    """The person takes their own with them: one sheet, or everything as a file."""
    which = CopyTaken(sheet=sheet) if sheet else CopyTaken()
    return trail.record("copy.taken", about=person, by=by, person=person, detail=which)
