"""Dates as people and spreadsheets write them: a day, a month, or a year. Pure.

One function for forms, imports, the search box and the commands. A year of two digits
is the latest one that is not in the future: on 1 December 2026, 3/5/26 is in 2026 and
3/5/27 in 1927. So it never lies more than 100 years back.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from .date_words import EXAMPLE, NotADate, figures_of, pieces_of, without_time

#: Day 0 of Excel and LibreOffice, as they count from 1 March 1900 on.
_DAY_NOUGHT = date(1899, 12, 30)
_SERIAL = re.compile(r"([0-9]{5})(?:\.[0-9]+)?")
_LAST_MONTH, _LAST_DAY = 12, 31


@dataclass(frozen=True)
class Written:
    """A date as far as it was written: the day may be missing, or day and month."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def first_day(self) -> date:
        return date(self.year, self.month or 1, self.day or 1)


def read(
    text: str, today: date, *, day_first: bool = True, serials: bool = False
) -> Written | None:
    """What is written there; None where nothing is. Raises NotADate with a sentence.

    `serials`: in a spreadsheet's cell five digits are a day's number, if nothing else.

    >>> then = date(2026, 12, 1)
    >>> [read(text, then).first_day.isoformat() for text in ("3-May-92", "03051966")]
    ['1992-05-03', '1966-05-03']
    >>> read("May 1992", then), read("33727", then, serials=True).first_day
    (Written(year=1992, month=5, day=None), datetime.date(1992, 5, 3))
    """
    words = without_time(text)
    if not words:
        return None
    if serials and (serial := _SERIAL.fullmatch(words)):
        return _of_serial(serial[1], today)
    numbers, month = pieces_of(words)
    if len(numbers) == 1 and month is None:
        return _of_one_number(numbers[0], today, day_first=day_first)
    if month is None:
        return _of_numbers(numbers, today, day_first=day_first)
    return _of_month(numbers, month, today)


def _of_serial(digits: str, today: date) -> Written:
    """A day's number, unless it may be a day, month and year that lost its nought."""
    if _can_be(f"0{digits}", today):
        raise NotADate(f"This can be two different days. {EXAMPLE}")
    day = _DAY_NOUGHT + timedelta(days=int(digits))
    return Written(day.year, day.month, day.day)


def _of_one_number(digits: str, today: date, *, day_first: bool) -> Written:
    if len(digits) == 4 and int(digits):
        return Written(int(digits))
    if len(digits) == 6:
        return _of_six(digits, today, day_first=day_first)
    return _of_numbers(figures_of(digits), today, day_first=day_first)


def _of_six(digits: str, today: date, *, day_first: bool) -> Written:
    """030566, where it cannot be the year before the month as well."""
    a, b, c = digits[:2], digits[2:4], digits[4:]
    is_year_first = _can_be(c + b + a, today)
    is_year_and_month = digits[:2] in ("19", "20") and 1 <= int(c) <= _LAST_MONTH
    if is_year_first or is_year_and_month:
        raise NotADate(f"This can be two different days. {EXAMPLE}")
    return _of_numbers([a, b, c], today, day_first=day_first)


def _can_be(six: str, today: date) -> bool:
    try:
        _of_numbers([six[:2], six[2:4], six[4:]], today, day_first=True)
    except NotADate:
        return False
    return True


def _of_numbers(numbers: list[str], today: date, *, day_first: bool) -> Written:
    """1992-05-03, 3/5/92, 05/1992, 1992-05: the month is a number too."""
    if len(numbers[0]) == 4:
        year, month, *day = numbers
    else:
        *day, year = numbers
        month = day.pop(1 if day_first and len(day) > 1 else 0)
    if not day and len(year) != 4:
        raise NotADate(f"Add the year. {EXAMPLE}")
    return _checked(year, _month(month), day[0] if day else None, today)


def _of_month(numbers: list[str], month: int, today: date) -> Written:
    """3 May 1992, May 3 1992, 1992 May 3, May 1992: the month is a word."""
    if len(numbers) == 1:
        if len(numbers[0]) != 4 and 1 <= int(numbers[0]) <= _LAST_DAY:
            raise NotADate(f"Add the year. {EXAMPLE}")
        return _checked(numbers[0], month, None, today)
    first, second = numbers
    year, day = (first, second) if len(first) == 4 else (second, first)
    return _checked(year, month, day, today)


def _month(digits: str) -> int:
    if len(digits) > 2 or not 1 <= int(digits) <= _LAST_MONTH:
        raise NotADate(f"Check the month: it is not from 1 to 12. {EXAMPLE}")
    return int(digits)


def _checked(year: str, month: int, day: str | None, today: date) -> Written:
    if len(year) not in (2, 4) or len(day or "") > 2:
        raise NotADate(EXAMPLE)
    number = None if day is None else int(day)
    found = Written(_full_year(year, month, number or 1, today), month, number)
    try:
        date(found.year, month, 1 if number is None else number)
    except ValueError:
        raise NotADate(
            f"Check the day: that month has no such day. {EXAMPLE}"
        ) from None
    return found


def _full_year(year: str, month: int, day: int, today: date) -> int:
    if len(year) == 4:
        return int(year)
    full = today.year - today.year % 100 + int(year)
    is_ahead = (full, month, day) > (today.year, today.month, today.day)
    return full - 100 if is_ahead else full
