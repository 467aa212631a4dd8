"""The days and hours in which someone works, or a team is open."""

from typing import Any

from django import forms

from ..models import Team, WorkingHours
from ..values.working_days import DAYS
from .plain_fields import checkboxes
from .times import TimeOfDayField


class _Hours(forms.Form):
    """Days of the week, and the same hours on each of them."""

    starts_at = TimeOfDayField(
        label="From", help_text="For example, 9:00", required=False
    )
    ends_at = TimeOfDayField(
        label="Until", help_text="For example, 17:00", required=False
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        said["days"] = "".join(sorted(said.get("days", [])))
        begins, ends = said.get("starts_at"), said.get("ends_at")
        if begins and ends and ends <= begins:
            self.add_error("ends_at", "Write a time after the first one")
        return said


class WorkingHoursForm(_Hours):
    """The arguments of `actions.say_working_hours`."""

    days = checkboxes(
        "On which days do you work?",
        DAYS,
        hint="If you tick none, colleagues can plan meetings for you on any day.",
    )
    field_order = ["days", "starts_at", "ends_at"]

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        begins, ends = said.get("starts_at"), said.get("ends_at")
        if (begins or ends) and not said["days"] and not self.has_error("days"):
            self.add_error("days", "Tick the days on which you work these hours")
        missing = "ends_at" if begins else "starts_at"
        if bool(begins) != bool(ends) and not self.has_error(missing):
            self.add_error(missing, "Write both times, or leave both empty")
        return said

    @staticmethod
    def of(hours: WorkingHours | None) -> dict[str, object]:
        if hours is None:
            return {}
        begins, ends = hours.starts_at, hours.ends_at
        return {
            "days": list(hours.days),
            "starts_at": f"{begins:%H:%M}" if begins else "",
            "ends_at": f"{ends:%H:%M}" if ends else "",
        }


class OpeningHoursForm(_Hours):
    """The arguments of `actions.say_opening_hours`."""

    days = checkboxes("On which days is your team open?", DAYS, "Tick at least one day")
    field_order = ["days", "starts_at", "ends_at"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("starts_at", "ends_at"):
            self.fields[name].required = True
            self.fields[name].error_messages["required"] = "Write the time"

    @staticmethod
    def of(team: Team) -> dict[str, object]:
        return {
            "days": list(team.open_days),
            "starts_at": f"{team.opens_at:%H:%M}",
            "ends_at": f"{team.closes_at:%H:%M}",
        }
