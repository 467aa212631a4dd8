"""A copy on paper leaves the house: who made it, and which."""

from django.db import transaction

from welcome.audit import trail
from welcome.models import Event, Person, User


@transaction.atomic
def print_out(person: Person, *, by: User, sheet: str) -> Event:
    """Written down before anybody has it. `sheet`: card, story or letter."""
    return trail.record(
        "copy.printed",
        about=person,
        by=by,
        person=person,
        team=person.team,
        sheet=sheet,
    )


@transaction.atomic
def take_copy(person: Person, *, by: User, sheet: str) -> Event:
    """The person takes their own with them."""
    return trail.record("copy.taken", about=person, by=by, person=person, sheet=sheet)
