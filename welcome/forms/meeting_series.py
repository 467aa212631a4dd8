"""A meeting that repeats: every week or every few, until a day or so many times."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django import forms
from django.utils import timezone

from ..models import Introduction, Person, User
from ..reading.busy import Busy, Keys
from ..reading.planned_before import planned_before
from ..values.numbers_from_outside import whole_number
from ..values.planning import Doubt, in_words, listed
from ..values.series import AT_MOST, Days, days_of, times_until
from .dates import DatePartsField, farthest
from .fields import WholeNumberField
from .meetings import MeetingForm
from .plain_fields import drop_down

_EVERY = [
    ("", "No, only once"),
    ("1", "Every week"),
    ("2", "Every two weeks"),
    ("4", "Every four weeks"),
]


class SeriesForm(MeetingForm):
    """One meeting, or a series of them."""

    repeat = drop_down("Does it repeat?", _EVERY)
    times = WholeNumberField(
        label="How many times?",
        help_text=f"2 to {AT_MOST}, with the first one. Or write the last day below.",
        required=False,
        min_value=2,
        max_value=AT_MOST,
        error_messages={
            "min_value": f"Write a number from 2 to {AT_MOST}",
            "max_value": f"Write a number from 2 to {AT_MOST}",
            "invalid": f"Write a number from 2 to {AT_MOST}",
        },
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "class": "nhsuk-input--width-3"}
        ),
    )
    until = DatePartsField(
        what="the last day",
        label="Until which day?",
        help_text="Only if it repeats and you did not write how many times.",
        required=False,
        first=timezone.localdate,
        last=farthest,
    )

    def _weigh(self) -> None:
        said, self.days = self.cleaned_data, Days([], [])
        weeks = whole_number(said.get("repeat", ""))
        if weeks:
            self._repeat(weeks)
        elif said.get("times") or said.get("until"):
            self.add_error("repeat", "Choose how often it repeats")
        super()._weigh()

    def further(self, at: datetime, who: User, besides: Keys) -> list[Doubt]:
        """Later days of the series on which the worker is in a meeting already."""
        later = self._moments(at)[1:]
        busy = Busy.of(who, later, besides)
        clashing = [in_words(when.date()) for when in later if any(busy.clashes(when))]
        if not clashing:
            return []
        words = f"{who.name} already has a meeting at that time on {listed(clashing)}."
        return [Doubt("clash", "time", words)]

    def planned_before(self, at: datetime, who: User) -> Collection[UUID]:
        """A series is the same only as a whole."""
        if not self.days.kept:
            return super().planned_before(at, who)
        said, times = self.cleaned_data, self.all_times(at)
        known = planned_before(
            times, who=who, how=said.get("how", ""), place=said.get("place", ""),
            in_series=True,
        )  # fmt: skip
        return known if set(known.values()) == {at for _, at in times} else []

    def all_times(self, at: datetime) -> list[tuple[Introduction | Person, datetime]]:
        about = self.checks.about
        return [(about, moment) for moment in self._moments(at) or [at]]

    def _repeat(self, weeks: int) -> None:
        said = self.cleaned_data
        first = said.get("day")
        times, until = said.get("times"), said.get("until")
        if not times and not until:
            if not (self.has_error("times") or self.has_error("until")):
                self.add_error("times", "Write how many times, or the last day")
        elif times and until:
            self.add_error("times", "Write how many times or the last day, not both")
        elif first:
            if until:
                times = times_until(first, weeks, until)
            self._count(first, weeks, times or 0)

    def _count(self, first: date, weeks: int, times: int) -> None:
        if not 2 <= times <= AT_MOST:
            words = f"Choose a last day that makes it 2 to {AT_MOST} meetings"
            self.add_error("until", words)
            return
        nation = self.checks.team.site.nation
        self.days = days_of(first, weeks, times, nation)
        if len(self.days.kept) < 2:
            self.add_error("until", "Only one of these days is no bank holiday")

    @property
    def moments(self) -> list[datetime]:
        """When they meet, where it repeats. Call on a valid form."""
        return self._moments(self.cleaned_data["at"])

    def _moments(self, at: datetime) -> list[datetime]:
        time = timezone.localtime(at).time()
        return [
            timezone.make_aware(datetime.combine(day, time)) for day in self.days.kept
        ]

    @property
    def skipped_in_words(self) -> str:
        """Which days were left out, in a sentence; or nothing."""
        days = [in_words(day) for day in self.days.skipped]
        return f" We left out bank holidays: {listed(days)}." if days else ""
