"""What speaks against a time for a meeting: hours, safe days and other meetings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.utils import timezone

from ..models import (
    ContactWish,
    Introduction,
    Meeting,
    Person,
    Team,
    User,
    WorkingHours,
)
from ..registries import busy_times
from ..values.planning import Doubt, Plan, doubts

#: Two meetings of one worker clash where they begin less than this apart.
_APART = timedelta(hours=1)


@dataclass(frozen=True)
class PlanningChecks:
    """Whom a meeting is with, and the team that plans it."""

    team: Team
    called: str
    person: Person | None
    #: What they said at the front door, where there is no record yet.
    may_call: bool = False

    @classmethod
    def of(cls, introduction: Introduction) -> "PlanningChecks":
        said = introduction.may_call
        person, called = introduction.person, introduction.known_as
        return cls(introduction.team, called, person, said)

    def against(
        self, at: datetime | None, how: str, who: User | None, besides: UUID | None
    ) -> list[Doubt]:
        """In words. `besides` is the meeting that is moved: it is no clash."""
        wish = ContactWish.objects.filter(person=self.person).first()
        works = WorkingHours.objects.filter(user=who).first() if who else None
        plan = Plan(
            at=timezone.localtime(at) if at else None,
            how=how,
            nation=self.team.site.nation,
            open_days=self.team.open_days,
            opens_at=self.team.opens_at,
            closes_at=self.team.closes_at,
            called=self.called,
            safe_days=wish.days if wish else "",
            may_call=wish.may_call if wish else self.may_call,
            worker=who.name if who else "",
            clashes=list(_clashes(who, at, besides)) if who and at else [],
            works_on=works.days if works else "",
            works_from=works.starts_at if works else None,
            works_until=works.ends_at if works else None,
        )
        return doubts(plan)

    def clashes(self, at: datetime, who: User) -> bool:
        return any(_clashes(who, at, None))


def _clashes(who: User, at: datetime, besides: UUID | None) -> Iterator[datetime]:
    for source in busy_times.sources():
        for key, begins in source(who.pk, at - _APART, at + _APART):
            if key != besides:
                yield timezone.localtime(begins)


def planned_by_us(
    worker: UUID, after: datetime, before: datetime
) -> Iterable[tuple[UUID, datetime]]:
    """This app's own meetings of a worker between two moments."""
    rows = Meeting.objects.filter(who=worker, state=Meeting.State.PLANNED)
    return rows.filter(at__gt=after, at__lt=before).values_list("pk", "at")
