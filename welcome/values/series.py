"""The days of a meeting that repeats. Bank holidays are left out. Pure."""

from datetime import date, timedelta
from typing import NamedTuple

from .working_days import is_bank_holiday

#: More meetings than half a year of weeks are not planned at once.
AT_MOST = 26


class Days(NamedTuple):
    """The days on which they meet, and those left out for a bank holiday."""

    kept: list[date]
    skipped: list[date]


def days_of(first: date, weeks: int, times: int, nation: str) -> Days:
    """Every so many weeks, so many times. The first day stays: it was chosen.

    >>> days = days_of(date(2026, 12, 18), 1, 4, "england")
    >>> [day.day for day in days.kept], [day.day for day in days.skipped]
    ([18, 8], [25, 1])
    """
    every = [first + timedelta(weeks=weeks * n) for n in range(times)]
    skipped = [day for day in every[1:] if is_bank_holiday(day, nation)]
    return Days([day for day in every if day not in skipped], skipped)


def times_until(first: date, weeks: int, last: date) -> int:
    """How often that is, up to and including the last day.

    >>> times_until(date(2026, 12, 1), 2, date(2026, 12, 29))
    3
    """
    return (last - first).days // (7 * weeks) + 1
