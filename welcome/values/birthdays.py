"""Birthdays as people say them: a day, or only its year. Pure."""

import re
from datetime import date, datetime

from .numbers_from_outside import whole_number
from .text_cleaning import clean_code

#: Day before month, always: nobody here writes the month first.
_WAYS = ["%d %m %Y", "%d %B %Y", "%d %b %Y", "%Y %m %d", "%d %m %y"]


def understand(text: str, today: date) -> tuple[date | None, int | None]:
    """The day, or only the year. Raises ValueError with a sentence for people.

    >>> understand("3 May 1992", date(2026, 1, 1))
    (datetime.date(1992, 5, 3), None)
    >>> understand("1992", date(2026, 1, 1))
    (None, 1992)
    >>> understand("", date(2026, 1, 1))
    (None, None)
    """
    words = clean_code(text).lower()
    words = re.sub(r"(?<=\d)(st|nd|rd|th)\b|\bof\b", " ", words)
    words = " ".join(re.split(r"[\s/.,\-]+", words.strip()))
    if not words:
        return None, None
    if len(words) == 4 and (year := whole_number(words)) is not None:
        return None, _possible_year(year, today)
    day = _parse(words, today)
    _possible_year(day.year, today)
    if day > today:
        raise ValueError("That day is in the future. Check the year")
    return day, None


def _parse(words: str, today: date) -> date:
    for way in _WAYS:
        try:
            day = datetime.strptime(words, way).date()  # noqa: DTZ007 — a day only
        except ValueError:
            continue
        return day.replace(year=day.year - 100) if day > today and "%y" in way else day
    raise ValueError("Write the birthday like 3 May 1992, or only the year")


def _possible_year(year: int, today: date) -> int:
    if not today.year - 120 <= year <= today.year:
        raise ValueError(f"Check the year: no one alive was born in {year}")
    return year
