"""A meeting with each of several people, one after the other on one day."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from ..actions.bulk_actions import SamePlan
from ..models import Person, User
from ..reading.planning import PlanningChecks
from ..values.keys_from_outside import keys_in
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
        checks = PlanningChecks(first.team, first.known_as, first)
        super().__init__(*args, checks=checks, site=first.site, **kwargs)
        self.fields["time"].label = "When does the first one begin?"
        self.initial.setdefault("apart", "30")
        self.order_fields(["who", "day", "time", "apart", "how", "place"])

    def further(self, at: datetime, who: User) -> list[Doubt]:
        """What speaks against the time of everyone after the first."""
        how = self.cleaned_data.get("how", "")
        return [
            doubt
            for person, when in list(self._times(at))[1:]
            for doubt in PlanningChecks(person.team, person.known_as, person).against(
                when, how, who, None
            )
        ]

    def _times(self, at: datetime) -> Iterator[tuple[Person, datetime]]:
        minutes = timedelta(minutes=int(self.cleaned_data.get("apart") or 0))
        for place, person in enumerate(self.people):
            yield person, at + place * minutes

    @property
    def times(self) -> dict[Person, datetime]:
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


def keys_of(chosen: Sequence[str]) -> list[UUID]:
    """The people of an address; what is no key is passed over.

    >>> keys_of(["x", "", "00000000-0000-4000-8000-000000000000"])
    [UUID('00000000-0000-4000-8000-000000000000')]
    """
    return keys_in(chosen[:AT_MOST])
