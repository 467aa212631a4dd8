"""When a service of a directory is open, in an ordinary week of today. Pure."""

import re
from datetime import date, time, timedelta

from welcome.values.numbers_from_outside import whole_number

from .nights import closes_as_it_should
from .said import Said

Times = frozenset[tuple[int, time, time]]

_DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_TIME = re.compile(
    r"([01]?\d|2[0-4])[:.]([0-5]\d)(:[0-5]\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?", re.ASCII
)
_MIDNIGHT, _LAST_MINUTE = time(0), time(23, 59)


def times_of(said: Said, place: Said, *, today: date) -> Times:
    """Its own, or else those of its place, as far as they are true today."""
    found: dict[tuple[int, time], time] = {}
    for one in _schedules(said, place):
        if _is_now(one, today):
            found |= _week(one)
    return frozenset((day, opens, closes) for (day, opens), closes in found.items())


def _schedules(said: Said, place: Said) -> list[Said]:
    holders = [said, place, place.part("location"), said.part("organization")]
    return next((found for one in holders if (found := one.parts("schedules"))), [])


def _is_now(schedule: Said, today: date) -> bool:
    begins, ends = _first_day(schedule), _last_day(schedule)
    if ends and ends < today:
        schedule.left_out.append(f"One of its times ended on {ends:%-d %B %Y}.")
        return False
    if begins and begins > today:
        schedule.left_out.append(f"One of its times only begins on {begins:%-d %B %Y}.")
        return False
    return True


def _first_day(schedule: Said) -> date | None:
    days = [_day(schedule, key) for key in ("valid_from", "dtstart")]
    return max((day for day in days if day), default=None)


def _last_day(schedule: Said) -> date | None:
    days = [_day(schedule, key) for key in ("valid_to", "until")]
    first = _day(schedule, "dtstart")
    count = schedule.number("count", 10_000)
    if count and first and first.year < 3000:
        days.append(first + timedelta(weeks=count))
    return min((day for day in days if day), default=None)


def _day(schedule: Said, key: str) -> date | None:
    """A day, whatever time is behind it. One that can't be read is left out."""
    words = schedule.facts.get(key)
    if not words:
        return None
    try:
        return date.fromisoformat(str(words)[:10])
    except ValueError:
        schedule.lose(key, f"Its {key} is not a date.")
        return None


def _week(schedule: Said) -> dict[tuple[int, time], time]:
    """When it opens on which day, and when it closes; nothing in another rhythm."""
    opens, closes = (_time(schedule.facts.get(at)) for at in ("opens_at", "closes_at"))
    days = _days(schedule)
    if closes == _MIDNIGHT:
        closes = _LAST_MINUTE
    if not (opens and closes and days and closes_as_it_should(opens, closes)):
        schedule.left_out.append("One of its times is not in an ordinary week.")
        return {}
    return {(day, opens): closes for day in days}


def _days(schedule: Said) -> list[int]:
    """The days of each week on which it is; none where it is another rhythm."""
    told = schedule.facts.get("byday")
    listed = told if isinstance(told, list) else str(told or "").split(",")
    codes = [_code(str(day)) for day in listed]
    rhythm = str(schedule.facts.get("freq") or "WEEKLY").upper()
    if rhythm not in ("WEEKLY", "DAILY") or not _is_every_one(schedule):
        return []
    if rhythm == "DAILY" and codes == [""]:
        return list(range(1, 8))
    return [_DAYS.index(code) + 1 for code in codes] if set(codes) <= set(_DAYS) else []


def _is_every_one(schedule: Said) -> bool:
    """Every week or every day; not each second one."""
    return schedule.facts.get("interval") in (None, "", 1, "1")


def _code(day: str) -> str:
    day = day.strip().lower()
    return _DAYS[_NAMES.index(day)] if day in _NAMES else day.upper()


def _time(told: object) -> time | None:
    """
    >>> _time("09:00:00+01:00"), _time("24:00"), _time("nine")
    (datetime.time(9, 0), datetime.time(0, 0), None)
    """
    match = _TIME.fullmatch(told.strip()) if isinstance(told, str) else None
    if match is None:
        return None
    return time((whole_number(match[1]) or 0) % 24, whole_number(match[2]) or 0)
