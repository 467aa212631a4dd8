"""A meeting with each of several people, one after the other on one day."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from ..actions.bulk_actions import SamePlan
from ..models import Introduction, Person, User
from ..reading.busy import Keys
from ..reading.planning import PlanningChecks, against_each
from ..values.keys_from_outside import keys_in
from ..values.numbers_from_outside import whole_number
from ..values.planning import Doubt
from .meetings import MeetingForm
from .plain_fields import drop_down

_APART = [
    ("15", "15 minutes"),
    ("30", "30 minutes"),
    ("45", "45 minutes"),
    ("60", "1 hour"),
    ("90", "1½ hours"),
    ("120", "2 hours"),
]
#: So many people are planned with in one go: one page of a caseload.
AT_MOST = 50


class BulkPlanForm(MeetingForm):
    """One worker, one day and one way; each person at a time of their own."""

    apart = drop_down("How long from one to the next?", _APART)

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        self.people = people
        first, *_ = people
        super().__init__(*args, checks=checks_of(first), site=first.site, **kwargs)
        self.fields["time"].label = "When does the first one begin?"
        self.initial.setdefault("apart", "30")
        self.order_fields(["who", "day", "time", "apart", "how", "place"])

    def further(self, at: datetime, who: User, besides: Keys) -> list[Doubt]:
        """What speaks against the time of everyone after the first."""
        how = self.cleaned_data.get("how", "")
        others = [(checks_of(person), when) for person, when in self._times(at)[1:]]
        return against_each(others, how, who, besides)

    def all_times(self, at: datetime) -> list[tuple[Introduction | Person, datetime]]:
        return [*self._times(at)]

    def _times(self, at: datetime) -> list[tuple[Person, datetime]]:
        apart = timedelta(minutes=whole_number(self.cleaned_data.get("apart")) or 0)
        return [(one, at + place * apart) for place, one in enumerate(self.people)]

    def each(self) -> dict[Person, datetime]:
        """When each is met. Call on a valid form."""
        return dict(self._times(self.cleaned_data["at"]))

    def same(self) -> SamePlan:
        """What is the same for all of them. Call on a valid form."""
        plan = self.planned()
        return {
            "who": plan["who"],
            "how": plan["how"],
            "place": plan["place"],
            "planned_anyway": plan["planned_anyway"],
            "against": plan["against"],
        }


def checks_of(person: Person) -> PlanningChecks:
    return PlanningChecks(person.team, person.known_as, person)


def keys_of(chosen: Sequence[str]) -> list[UUID]:
    """The people of an address; what is no key is passed over.

    >>> keys_of(["x", "", "00000000-0000-4000-8000-000000000000"])
    [UUID('00000000-0000-4000-8000-000000000000')]
    """
    return keys_in(chosen[:AT_MOST])
