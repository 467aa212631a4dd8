"""Months and quarters of the calendar, and how we say them. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date


def month_of(day: date) -> date:
    return day.replace(day=1)


def later(month: date, months: int) -> date:
    """The first of the month so many months later, or earlier.

    >>> later(date(2026, 1, 1), -2)
    datetime.date(2025, 11, 1)
    """
    years, at = divmod(month.year * 12 + month.month - 1 + months, 12)
    return date(years, at + 1, 1)


def quarter_of(day: date) -> date:
    """The first day of its quarter.

    >>> quarter_of(date(2026, 11, 23))
    datetime.date(2026, 10, 1)
    """
    return date(day.year, 3 * ((day.month - 1) // 3) + 1, 1)


@dataclass(frozen=True)
class Span:
    """Whole months one after another: a month, a quarter or a year."""

    start: date
    length: int = 1

    @property
    def end(self) -> date:
        """The first day after it."""
        return later(self.start, self.length)

    @property
    def last(self) -> date:
        return later(self.end, -1)

    @property
    def months(self) -> list[date]:
        return [later(self.start, at) for at in range(self.length)]

    def __contains__(self, month: date) -> bool:
        return self.start <= month < self.end

    @property
    def words(self) -> str:
        """
        >>> Span(date(2026, 7, 1), 3).words, Span(date(2026, 10, 1)).words
        ('July to September 2026', 'October 2026')
        """
        if self.length == 1:
            return f"{self.start:%B %Y}"
        begin = "%B" if self.start.year == self.last.year else "%B %Y"
        return f"{self.start.strftime(begin)} to {self.last:%B %Y}"

    @property
    def short(self) -> str:
        """Under the axis: “Oct”, or “Jul–Sep”."""
        if self.length == 1:
            return f"{self.start:%b}"
        return f"{self.start:%b}–{self.last:%b}"


def whole(first: date, today: date, length: int) -> Iterator[Span]:
    """Every whole month (1) or calendar quarter (3) after `first`, and over by today.

    The period in which a site opened is never whole, so it is left out.
    """
    start = later(month_of(first), 1)
    while length == 3 and start != quarter_of(start):
        start = later(start, 1)
    while later(start, length) <= month_of(today):
        yield Span(start, length)
        start = later(start, length)
