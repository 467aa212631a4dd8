"""Writing down who opened a record, and why they could. Only this writes a Look.

Call it where the record is opened (`access/`), so that no page can forget it. A house
test refuses a Look that is made anywhere else.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import models
from django.utils import timezone

from ..models import Look, Person, User
from .event_rows import label


def record_look(
    person: Person,
    *,
    by: User,
    why: Look.Why,
    about: models.Model | None = None,
    reason: str = "",
) -> Look:
    """Write that `by` opened this person's record; `about` is what led them there."""
    look = unsaved_look(person.pk, by=by, why=why, about=about, reason=reason)
    look.save(force_insert=True)
    return look


def record_looks(people: Iterable[UUID], *, by: User, why: Look.Why) -> None:
    """The same for many people on one page, in one statement."""
    Look.objects.bulk_create(unsaved_look(pk, by=by, why=why) for pk in people)


def unsaved_look(
    person: UUID,
    *,
    by: User,
    why: Look.Why,
    about: models.Model | None = None,
    reason: str = "",
    at: datetime | None = None,
) -> Look:
    """The row that both write. The demo gathers such rows and writes them in bulk."""
    return Look(
        person_id=person,
        at=at or timezone.now(),
        by_id=by.pk,
        why=why,
        about=label(about) if about else "",
        reason=reason,
    )
