"""When a worker works, and when they are in a meeting already."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from ..models import User, WorkingHours
from ..registries import busy_times

#: Meetings that are no clash: what is moved, or planned by this very form.
Keys = Collection[UUID | None]

#: Two meetings of one worker clash where they begin less than this apart.
_APART = timedelta(hours=1)


@dataclass(frozen=True)
class Busy:
    """A worker's hours and meetings around some times, asked for once."""

    who: User
    works: WorkingHours | None
    meetings: list[datetime] = field(default_factory=list)

    @classmethod
    def of(cls, who: User, times: Sequence[datetime], besides: Keys = ()) -> "Busy":
        works = WorkingHours.objects.filter(user=who).first()
        if not times:
            return cls(who, works)
        after, before = min(times) - _APART, max(times) + _APART
        meetings = [
            begins
            for source in busy_times.sources()
            for key, begins in source(who.pk, after, before)
            if key not in besides
        ]
        return cls(who, works, meetings)

    def clashes(self, at: datetime) -> Iterator[datetime]:
        """When those begin that are too near to this time."""
        for begins in self.meetings:
            if abs(begins - at) < _APART:
                yield timezone.localtime(begins)
