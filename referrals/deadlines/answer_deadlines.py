"""When an answer is due, in working days of the site's nation, and how that is said."""

from datetime import date, timedelta

from welcome.values.working_days import (
    is_working_day,
    working_days_after,
    working_days_between,
)

#: Working days that a partner has, by how urgent the request is.
DAYS = {"soon": 2, "usual": 5}
#: Small numbers are said as words; no one has more days than these.
RESTS = "Deadline paused: waiting for the person’s answer"
_COUNT = ("no", "one", "two", "three", "four", "five")


def answer_due_on(sent_on: date, urgency: str, nation: str) -> date:
    """The last day on which an answer is in time.

    >>> answer_due_on(date(2026, 11, 27), "soon", "scotland")  # St Andrew's Day between
    datetime.date(2026, 12, 2)
    """
    return working_days_after(sent_on, DAYS[urgency], nation)


def in_words(due: date, today: date, nation: str) -> str:
    """The day, and then the time left.

    >>> in_words(date(2026, 11, 24), date(2026, 11, 23), "england")
    'Answer due tomorrow'
    >>> in_words(date(2026, 11, 27), date(2026, 11, 24), "england")
    'Answer due Friday 27 November, three working days left'
    >>> in_words(date(2026, 11, 20), date(2026, 11, 23), "england")
    'Answer was due on Friday 20 November'
    """
    days = (due - today).days
    said = f"{due:%A} {due.day} {due:%B}"
    if days in (-1, 0, 1):
        return {
            -1: "Answer was due yesterday",
            0: "Answer due today",
            1: "Answer due tomorrow",
        }[days]
    if days < 0:
        return f"Answer was due on {said}"
    left = working_days_between(today, due, nation)
    count = _COUNT[left] if left < len(_COUNT) else str(left)
    return f"Answer due {said}, {count} working day{'' if left == 1 else 's'} left"


def after_a_rest(due: date, rested_since: date, today: date, nation: str) -> date:
    """Due so many working days later as the clock has rested.

    >>> monday, wednesday = date(2026, 11, 23), date(2026, 11, 25)
    >>> after_a_rest(wednesday, monday, wednesday, "england")
    datetime.date(2026, 11, 27)
    """
    rested = working_days_between(rested_since, today, nation)
    return working_days_after(due, rested, nation)


def reminds_on(due: date, nation: str) -> date:
    """The working day before the last one.

    >>> reminds_on(date(2026, 11, 23), "england")  # a Monday
    datetime.date(2026, 11, 20)
    """
    day = due - timedelta(days=1)
    while not is_working_day(day, nation):
        day -= timedelta(days=1)
    return day


def kind(due: date, today: date) -> str:
    """How it is coloured, beside its words: late or soon."""
    return "late" if due < today else "soon"
