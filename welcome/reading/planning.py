"""What speaks against a time for a meeting: hours, safe days and other meetings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from ..models import ContactWish, Introduction, Meeting, Person, Team, User
from ..values.planning import Doubt, Plan, doubts
from .busy import Busy, Keys


@dataclass(frozen=True)
class PlanningChecks:
    """Whom a meeting is with, and the team that plans it."""

    team: Team
    called: str
    person: Person | None
    #: What they said at the front door, where there is no record yet.
    may_call: bool = False
    introduction: Introduction | None = None

    @classmethod
    def of(cls, introduction: Introduction) -> "PlanningChecks":
        said = introduction.may_call
        person, called = introduction.person, introduction.known_as
        return cls(introduction.team, called, person, said, introduction)

    @property
    def about(self) -> Introduction | Person:
        """As `Meeting.about`."""
        about = self.introduction or self.person
        assert about is not None
        return about

    def against(
        self, at: datetime | None, how: str, who: User | None, besides: Keys
    ) -> list[Doubt]:
        """In words. `besides` are meetings that are moved or are this very plan."""
        return against_each([(self, at)], how, who, besides)

    def plan(
        self,
        at: datetime | None,
        how: str,
        worker: Busy | None,
        wishes: Mapping[UUID, ContactWish],
    ) -> Plan:
        """All that the rules look at. Asks the database nothing."""
        wish = wishes.get(self.person.pk) if self.person else None
        works = worker.works if worker else None
        return Plan(
            at=timezone.localtime(at) if at else None,
            how=how,
            nation=self.team.site.nation,
            open_days=self.team.open_days,
            opens_at=self.team.opens_at,
            closes_at=self.team.closes_at,
            called=self.called,
            safe_days=wish.days if wish else "",
            may_call=wish.may_call if wish else self.may_call,
            worker=worker.who.name if worker else "",
            clashes=list(worker.clashes(at)) if worker and at else [],
            works_on=works.days if works else "",
            works_from=works.starts_at if works else None,
            works_until=works.ends_at if works else None,
        )


def against_each(
    planned: Sequence[tuple[PlanningChecks, datetime | None]],
    how: str,
    who: User | None,
    besides: Keys = (),
) -> list[Doubt]:
    """What speaks against any of them. However many they are, as many queries."""
    people = [checks.person for checks, _ in planned if checks.person]
    found = ContactWish.objects.filter(person__in=people)
    wishes = {wish.person_id: wish for wish in found}
    worker = Busy.of(who, [at for _, at in planned if at], besides) if who else None
    plans = [checks.plan(at, how, worker, wishes) for checks, at in planned]
    return [doubt for plan in plans for doubt in doubts(plan)]


def planned_by_us(
    worker: UUID, after: datetime, before: datetime
) -> Iterable[tuple[UUID, datetime]]:
    """This app's own meetings of a worker between two moments."""
    rows = Meeting.objects.filter(who=worker, state=Meeting.State.PLANNED)
    return rows.filter(at__gt=after, at__lt=before).values_list("pk", "at")
