"""Days of a calendar: what is in each, and how much more there is."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, F, QuerySet, Window
from django.db.models.functions import RowNumber, TruncDate
from django.utils import timezone

from ..models import User
from ..registries import calendar_entries
from ..registries.calendar_entries import Entry, Source
from ..values.working_days import bank_holiday
from .due_words import start_of


@dataclass(frozen=True)
class Day:
    """Some entries of a day in their order; `count` says how many it has in all."""

    day: date
    holiday: str
    entries: list[Entry]
    count: int
    is_cut: bool

    @property
    def is_today(self) -> bool:
        return self.day == timezone.localdate()


def days_of(
    user: User,
    days: Sequence[date],
    *,
    worker: UUID | None,
    at_most: int,
    page: int = 1,
) -> list[Day]:
    """These days, one after the other, with what `worker` has, or everyone.

    One query for each source, however many days and entries: the database numbers the
    entries of each day, and gives those on the first pages of it.
    """
    found: dict[date, list[Entry]] = defaultdict(list)
    counts: dict[date, dict[str, int]] = defaultdict(dict)
    for source in calendar_entries.sources():
        for row in _first_of_each_day(source, user, days, worker, at_most * page):
            found[row.day].append(source.entry(row))
            counts[row.day][source.code] = row.that_day
    nation = user.site.nation if user.site else ""
    return [
        _day(day, nation, found[day], sum(counts[day].values()), at_most, page)
        for day in days
    ]


def _day(
    day: date, nation: str, found: list[Entry], count: int, at_most: int, page: int
) -> Day:
    in_order = sorted(found, key=lambda entry: (entry.at, entry.key))
    shown = in_order[at_most * (page - 1) : at_most * page]
    holiday = bank_holiday(day, nation) if nation else ""
    return Day(day, holiday, shown, count, count > at_most * page)


def _first_of_each_day(
    source: Source,
    user: User,
    days: Sequence[date],
    worker: UUID | None,
    at_most: int,
) -> QuerySet[Any]:
    """Days begin and end in the time of the place: see `TIME_ZONE`."""
    until = start_of(days[-1] + timedelta(days=1))
    rows = source.rows(user).filter(at__gte=start_of(days[0]), at__lt=until)
    if worker:
        rows = rows.filter(**{source.who: worker})
    rows = rows.annotate(day=TruncDate("at"))
    numbered = rows.annotate(
        number=Window(RowNumber(), partition_by=F("day"), order_by=["at", "pk"]),
        that_day=Window(Count("*"), partition_by=F("day")),
    )
    return numbered.filter(number__lte=at_most)
