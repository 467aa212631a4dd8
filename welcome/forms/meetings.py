"""Who will meet somebody, when, how and where."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any, TypedDict
from uuid import UUID

from django import forms
from django.utils import timezone

from ..models import Introduction, Meeting, Person, Site, User
from ..models.meetings import MeetingQuerySet
from ..reading.planned_before import planned_before
from ..values.keys_from_outside import keys_in
from .dates import DatePartsField, farthest
from .plain_fields import drop_down, radios, text_line
from .planning import AsksWhy
from .times import TimeOfDayField


class Planned(TypedDict):
    """The arguments of `actions.plan_meeting` and `actions.plan_follow_up`."""

    who: User
    at: datetime
    how: str
    place: str
    instead_of: UUID | None
    planned_anyway: str
    against: list[str]


class MeetingForm(AsksWhy):
    """Who will meet them, when, and where."""

    who = drop_down("Who will meet them?", (), "Choose who will meet them")
    day = DatePartsField(
        what="the day", label="Which day?", first=timezone.localdate, last=farthest
    )
    time = TimeOfDayField(
        label="At what time?",
        help_text="For example, 14:30",
        error_messages={"required": "Write the time, for example 14:30"},
    )
    how = radios("How?", Meeting.How, "Choose how you will meet")
    place = text_line("Where exactly?", most=120)
    #: The plan that stood on the page, if one did.
    instead_of = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, *args: Any, site: Site, among: list[User], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.by_pk = {str(user.pk): user for user in among}
        names = [(pk, user.name) for pk, user in self.by_pk.items()]
        self.fields["who"].choices = names  # type: ignore[attr-defined]
        self.fields["place"].help_text = site.drop_in

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("day") and said.get("time"):
            at = datetime.combine(said["day"], said["time"])
            said["at"] = timezone.make_aware(at)
            if said["at"] < timezone.now():
                self.add_error("time", "This is in the past. Choose a later time")
        self._weigh()
        return said

    def _weigh(self) -> None:
        said = self.cleaned_data
        at = None if self.has_error("time") else said.get("at")
        who = self.by_pk.get(said.get("who", ""))
        self.weigh(at=at, who=who, besides=said.get("instead_of"))

    def all_times(self, at: datetime) -> list[tuple[Introduction | Person, datetime]]:
        """With whom and when, if the first one begins at this time."""
        return [(self.checks.about, at)]

    def planned_before(self, at: datetime, who: User) -> Collection[UUID]:
        said = self.cleaned_data
        how, place = said.get("how", ""), said.get("place", "")
        return planned_before(self.all_times(at), who=who, how=how, place=place)

    def planned(self) -> Planned:
        """What was planned, as the actions take it. Call on a valid form."""
        said = self.cleaned_data
        return {
            "who": self.by_pk[said["who"]],
            "at": said["at"],
            "how": said["how"],
            "place": said["place"],
            "instead_of": said["instead_of"],
            "planned_anyway": said["planned_anyway"],
            "against": said["against"],
        }

    @staticmethod
    def of(meeting: Meeting) -> dict[str, object]:
        """What is in the boxes at first, where a meeting is moved or planned again."""
        at = timezone.localtime(meeting.at)
        return {
            "who": meeting.who_id,
            "day": at.date(),
            "time": f"{at:%H:%M}",
            "how": meeting.how,
            "place": meeting.place,
        }


def planned_again(meetings: MeetingQuerySet, key: str) -> dict[str, object]:
    """What is in the boxes where one of these is planned again: a week or more later.

    `key` is from the address; nothing where it names none of them.
    """
    keys = keys_in([key])
    found = meetings.filter(pk__in=keys).first() if keys else None
    if found is None:
        return {}
    weeks = max(0, (timezone.now() - found.at).days // 7) + 1
    day = timezone.localdate(found.at) + timedelta(weeks=weeks)
    return MeetingForm.of(found) | {"day": day}
