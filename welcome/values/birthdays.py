"""Birthdays as people say them: a day, or only its year. Pure."""

from datetime import date

from . import dates
from .date_words import EXAMPLE, NotADate

_OLDEST = 120


def understand(
    text: str, today: date, *, day_first: bool = True, serials: bool = False
) -> tuple[date | None, int | None]:
    """The day, or only the year. Raises NotADate with a sentence for people.

    >>> understand("3 May 1992", date(2026, 1, 1))
    (datetime.date(1992, 5, 3), None)
    >>> understand("1992", date(2026, 1, 1)), understand("May 1992", date(2026, 1, 1))
    ((None, 1992), (None, 1992))
    >>> understand("", date(2026, 1, 1))
    (None, None)
    """
    written = past(text, today, day_first=day_first, serials=serials)
    if written is None:
        return None, None
    return (None, written.year) if written.day is None else (written.first_day, None)


def past(
    text: str, today: date, *, day_first: bool = True, serials: bool = False
) -> dates.Written | None:
    """A date in someone's life until today, as far as it was written."""
    written = dates.read(text, today, day_first=day_first, serials=serials)
    if written is None:
        return None
    if written.first_day > today:
        raise NotADate(f"That day is in the future. Check the year. {EXAMPLE}")
    if written.year < today.year - _OLDEST:
        raise NotADate(f"Check the year: no one alive is older than {_OLDEST}")
    return written
