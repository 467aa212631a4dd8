"""When things happen: by day at work, at any hour at the front door. Pure."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from welcome.values.working_days import is_working_day, working_days_after

LONDON = ZoneInfo("Europe/London")
_OPENS, _CLOSES = 9 * 60, 16 * 60 + 40


def moment(day: date, hour: int = 0, minute: int = 0) -> datetime:
    """That time of that day in London, kept in UTC so that days can be subtracted.

    >>> moment(date(2026, 7, 1), 10, 30)
    datetime.datetime(2026, 7, 1, 9, 30, tzinfo=datetime.timezone.utc)
    """
    return datetime.combine(day, time(hour, minute), tzinfo=LONDON).astimezone(UTC)


def day_of(at: datetime) -> date:
    return at.astimezone(LONDON).date()


def at_work(rng: Random, day: date, nation: str) -> datetime:
    """A moment in office hours on that day, or on the next working day after it."""
    while not is_working_day(day, nation):
        day += timedelta(days=1)
    hour, minute = divmod(rng.randint(_OPENS, _CLOSES), 60)
    return moment(day, hour, minute)


def working_days_later(rng: Random, at: datetime, count: int, nation: str) -> datetime:
    """So many working days later, in office hours, and never before `at`."""
    later = at_work(rng, working_days_after(day_of(at), count, nation), nation)
    return later if later > at else at + timedelta(minutes=rng.randint(5, 90))


def first_working_day(day: date, nation: str) -> date:
    while not is_working_day(day, nation):
        day += timedelta(days=1)
    return day


def working_days_before(day: date, count: int, nation: str) -> date:
    """The working day from which that many working days lead to `day`.

    >>> working_days_before(date(2026, 11, 24), 2, "england")
    datetime.date(2026, 11, 20)
    """
    while count:
        day -= timedelta(days=1)
        count -= is_working_day(day, nation)
    return day
