"""What speaks against a time for a meeting, in words. It forbids nothing. Pure."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from hashlib import sha256
from typing import NamedTuple

from .working_days import days_in_words, is_bank_holiday

#: How a meeting takes place where someone is rung.
_CALLS = ("phone", "video")


class Doubt(NamedTuple):
    """One thing that speaks against it, and the question beside which it is said."""

    code: str
    field: str
    words: str

    @property
    def key(self) -> str:
        """Stands for these very words, and tells no one what they are.

        >>> other_time = Doubt("clash", "time", "Priya has a meeting at 15.00")
        >>> Doubt("clash", "time", "Priya has a meeting at 10.00").key == other_time.key
        False
        """
        return f"{self.code}-{sha256(self.words.encode()).hexdigest()[:12]}"


@dataclass(frozen=True)
class Plan:
    """What was typed, and what is known of the team, the person and the worker.

    `at` is the time on the clock at the site; what was not typed yet is empty.
    """

    at: datetime | None
    how: str
    nation: str
    open_days: str
    opens_at: time
    closes_at: time
    called: str
    safe_days: str
    may_call: bool
    worker: str
    clashes: Sequence[datetime] = ()
    #: When the worker works, as far as they have said so.
    works_on: str = ""
    works_from: time | None = None
    works_until: time | None = None


def doubts(plan: Plan) -> list[Doubt]:
    """Everything that speaks against it, in the order of the questions."""
    found = [(code, field, rule(plan)) for code, (field, rule) in _RULES.items()]
    return [Doubt(code, field, words) for code, field, words in found if words]


def _closed_day(plan: Plan) -> str:
    if plan.at is None or str(plan.at.isoweekday()) in plan.open_days:
        return ""
    days = days_in_words(plan.open_days)
    return f"The Welcome Team is closed on {plan.at:%A}s. It is open {days}."


def _bank_holiday(plan: Plan) -> str:
    if plan.at is None or not is_bank_holiday(plan.at.date(), plan.nation):
        return ""
    return f"{in_words(plan.at.date())} is a bank holiday."


def _unsafe_day(plan: Plan) -> str:
    safe = plan.safe_days
    if plan.at is None or not safe or str(plan.at.isoweekday()) in safe:
        return ""
    return f"It’s only safe to contact {plan.called} on {days_in_words(safe)}."


def _not_their_day(plan: Plan) -> str:
    on = plan.works_on
    if plan.at is None or not on or str(plan.at.isoweekday()) in on:
        return ""
    return f"{plan.worker} does not work on {plan.at:%A}s."


def _not_their_hours(plan: Plan) -> str:
    begins, ends = plan.works_from, plan.works_until
    if plan.at is None or begins is None or ends is None:
        return ""
    if begins <= plan.at.time() < ends:
        return ""
    return f"{plan.worker} works from {begins:%H.%M} to {ends:%H.%M}."


def _closed_hours(plan: Plan) -> str:
    if plan.at is None or plan.opens_at <= plan.at.time() < plan.closes_at:
        return ""
    hours = f"{plan.opens_at:%H.%M} to {plan.closes_at:%H.%M}"
    return f"The Welcome Team is open from {hours}."


def _clash(plan: Plan) -> str:
    if not plan.clashes:
        return ""
    times = " and ".join(f"{at:%H.%M}" for at in sorted(plan.clashes))
    return f"{plan.worker} already has a meeting at {times}."


def _no_calls(plan: Plan) -> str:
    if plan.how not in _CALLS or plan.may_call:
        return ""
    return f"{plan.called} has not said that we may call."


#: What is looked at, and the question beside which its words are said.
_RULES: dict[str, tuple[str, Callable[[Plan], str]]] = {
    "closed_day": ("day", _closed_day),
    "bank_holiday": ("day", _bank_holiday),
    "unsafe_day": ("day", _unsafe_day),
    "not_their_day": ("day", _not_their_day),
    "closed_hours": ("time", _closed_hours),
    "not_their_hours": ("time", _not_their_hours),
    "clash": ("time", _clash),
    "no_calls": ("how", _no_calls),
}

#: What speaks against the worker, and not against the time for everyone.
OF_THE_WORKER = frozenset({"clash", "not_their_day", "not_their_hours"})


def in_words(day: date) -> str:
    """A day as a sentence says it.

    >>> in_words(date(2026, 12, 25))
    'Friday 25 December'
    """
    return f"{day:%A} {day.day} {day:%B}"


def listed(words: Sequence[str]) -> str:
    """
    >>> listed(["Monday", "Tuesday", "Friday"])
    'Monday, Tuesday and Friday'
    """
    *first, last = words
    return f"{', '.join(first)} and {last}" if first else last
