"""Meeting a person again: planned with someone of the team that has them, or moved."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from ..models import Meeting, Person, User
from ..refusals import Refused, Stale
from .meeting_changes import meeting_moved
from .meeting_rows import Plan, moved, record, unsaved_meeting


@transaction.atomic
def plan_follow_up(
    person: Person,
    *,
    by: User,
    who: User,
    at: datetime,
    how: str,
    place: str = "",
    instead_of: UUID | None = None,
    planned_anyway: str = "",
    against: Sequence[str] = (),
) -> Meeting:
    """Plan one more meeting. `instead_of` is the one that it moves, if any.

    The same plan sent twice is one meeting.
    """
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    is_with_us(person)
    plan: Plan = {"who": who, "at": at, "how": how, "place": place}
    known = person.meetings.planned().filter(**plan).first()
    if known:
        return known
    now = _moved(person, instead_of, by=by)
    meeting = unsaved_meeting(
        person, pk=uuid4(), by=by, planned_at=timezone.now(), **plan,
        planned_anyway=planned_anyway, series=now.series if now else None,
    )  # fmt: skip
    meeting.save(force_insert=True)
    became = "meeting.moved" if now else "meeting.planned"
    event = record(became, meeting, by=by, against=against)
    if now:
        meeting_moved(event, now, meeting, by=by)
    return meeting


def is_with_us(person: Person) -> None:
    """Refused before a first conversation, and after a farewell."""
    if not person.is_open:
        raise Refused(
            f"{person} isn’t with us now. Have the first conversation, or welcome them "
            "back. Then you can plan a meeting."
        )


def _moved(person: Person, instead_of: UUID | None, *, by: User) -> Meeting | None:
    """The meeting that another one replaces. Someone may have been quicker."""
    if instead_of is None:
        return None
    now = person.meetings.planned().filter(pk=instead_of).first()
    if now is None:
        raise Stale("Someone has just changed this meeting. Open the page again.")
    moved(now, by=by)
    return now
