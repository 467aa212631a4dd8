"""A caseload for a spreadsheet: the page's facts, a row for each person."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from ..models import Holding, User
from ..registries.next_steps import NextStep
from .caseload import Held, lines, with_contacts

HEADINGS = [
    "Reference", "Name", "Key contact", "Held since", "Last contact", "Next step",
    "Next step due", "Waiting for", "Waiting until",
]  # fmt: skip
#: So many are read at once.
_CHUNK = 200


def caseload_cells(user: User, holdings: Sequence[UUID]) -> Iterator[list[str]]:
    """In this order, some at a time."""
    for start in range(0, len(holdings), _CHUNK):
        keys = holdings[start : start + _CHUNK]
        rows = with_contacts(Holding.objects.filter(pk__in=keys))
        found = {row.pk: row for row in rows.select_related("person", "worker")}
        for line in lines(user, [found[pk] for pk in keys if pk in found]):
            yield _cells(line)


def _cells(line: Held) -> list[str]:
    holding, ahead = line.holding, line.ahead
    contact: datetime | None = getattr(holding, "last_contact", None)
    return [
        holding.person.reference,
        holding.person.known_as,
        holding.worker.name if holding.worker else "",
        day_of(holding.from_at),
        day_of(contact),
        *_of_step(ahead.ours),
        *_of_step(ahead.theirs),
    ]


def _of_step(step: NextStep | None) -> tuple[str, str]:
    return (step.words, day_of(step.at)) if step else ("", "")


def day_of(at: datetime | None) -> str:
    """
    >>> day_of(None)
    ''
    """
    return f"{timezone.localdate(at):%Y-%m-%d}" if at else ""
