"""Working days, by the bank holidays of each nation. Pure."""

from datetime import date, timedelta
from functools import cache

import holidays


@cache
def _bank_holidays(nation: str) -> holidays.HolidayBase:
    return holidays.country_holidays(
        "GB", subdiv={"scotland": "SCT"}.get(nation, "ENG")
    )


def is_bank_holiday(day: date, nation: str) -> bool:
    """
    >>> is_bank_holiday(date(2026, 11, 30), "scotland")  # St Andrew's Day
    True
    """
    return day in _bank_holidays(nation)


def is_working_day(day: date, nation: str) -> bool:
    """Monday to Friday, and no bank holiday of that nation.

    >>> is_working_day(date(2026, 11, 30), "scotland")  # St Andrew's Day
    False
    >>> is_working_day(date(2026, 11, 30), "england")
    True
    """
    return day.weekday() < 5 and not is_bank_holiday(day, nation)


def bank_holiday(day: date, nation: str) -> str:
    """The name of the bank holiday of that nation on this day, or nothing.

    >>> bank_holiday(date(2026, 11, 30), "scotland")
    "Saint Andrew's Day"
    >>> bank_holiday(date(2026, 11, 30), "england")
    ''
    """
    return str(_bank_holidays(nation).get(day, ""))


def working_days_after(day: date, count: int, nation: str) -> date:
    """The working day that is `count` working days after `day`.

    >>> working_days_after(date(2026, 12, 24), 2, "england")
    datetime.date(2026, 12, 30)
    """
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day, nation)
    return day


def working_day_before(day: date, nation: str) -> date:
    """
    >>> working_day_before(date(2026, 12, 29), "england")  # the 28th is a holiday
    datetime.date(2026, 12, 24)
    """
    day -= timedelta(days=1)
    while not is_working_day(day, nation):
        day -= timedelta(days=1)
    return day


def working_days_between(start: date, end: date, nation: str) -> int:
    """Working days after `start` up to and including `end`; 0 if it is the same day.

    >>> working_days_between(date(2026, 11, 20), date(2026, 11, 24), "england")
    2
    """
    days = (end - start).days
    return sum(
        is_working_day(start + timedelta(days=n), nation) for n in range(1, days + 1)
    )


DAYS = [
    ("1", "Monday"),
    ("2", "Tuesday"),
    ("3", "Wednesday"),
    ("4", "Thursday"),
    ("5", "Friday"),
    ("6", "Saturday"),
    ("7", "Sunday"),
]


def days_in_words(days: str) -> str:
    """Days of the week by their figures, Monday is 1. All of them are no limit.

    >>> days_in_words("24"), days_in_words("12345"), days_in_words("1234567")
    ('Tuesday and Thursday', 'Monday to Friday', '')
    """
    names = [name for figure, name in DAYS if figure in days]
    if len(names) in (0, 7):
        return ""
    if days in "1234567" and len(names) > 2:
        return f"{names[0]} to {names[-1]}"
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
