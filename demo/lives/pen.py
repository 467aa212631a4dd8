"""What writes a life: its chances, its clock, and what was asked already. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from random import Random
from typing import TypedDict, Unpack

from .hours import at_work, day_of, working_days_later

NEEDS = {
    "money": 14,
    "housing": 11,
    "company": 13,
    "peer": 8,
    "talking": 16,
    "grief": 7,
    "trauma": 7,
    "work": 8,
    "body": 7,
    "alcohol_drugs": 6,
    "family": 6,
    "medicine": 4,
    "rights": 4,
    "new_here": 4,
}


@dataclass(frozen=True)
class Ground:
    """What a life needs to know of the place in which it goes on."""

    nation: str
    #: Each offer that has room: its number, and who makes it for which needs.
    offers: dict[int, "Offering"]
    #: Mean days to be heard, for somebody introduced on that day.
    wait: Callable[[date], float]


@dataclass(frozen=True)
class Offering:
    partner: str
    needs: frozenset[str]


class Codes(TypedDict, total=False):
    """What is known of a step, beside when and with whom: each kind its own few."""

    source: str
    is_first: bool
    read_back: bool
    prompt: str
    words: str
    needs: list[tuple[str, str, str]]
    ties: list[tuple[int, int, str]]
    asked: dict[int, int]
    need: str
    urgency: str
    previous: int
    joins: bool
    told_again: str
    reason: str
    how: str


@dataclass(frozen=True)
class Step:
    """Something that happens. `ref` says to which of this life's referrals."""

    at: datetime
    what: str
    ref: int = 0
    codes: Codes = field(default_factory=Codes)


@dataclass
class Life:
    needs: list[str]
    steps: list[Step] = field(default_factory=list)

    def until(self, now: datetime) -> list[Step]:
        """What has happened by now, in order."""
        past = [step for step in self.steps if step.at < now]
        return sorted(past, key=lambda step: step.at)


def pick(rng: Random, odds: dict[str, int]) -> str:
    return rng.choices(list(odds), list(odds.values()))[0]


class Pen:
    """Writes one life: the chances, where it goes on, and what was asked already."""

    def __init__(self, rng: Random, ground: Ground) -> None:
        self.rng, self.ground = rng, ground
        first = pick(rng, NEEDS)
        self.life = Life(needs=[first, pick(rng, NEEDS)])
        self.asked: set[int] = set()
        self.referrals = 0

    def step(
        self, at: datetime, what: str, ref: int = 0, **codes: Unpack[Codes]
    ) -> datetime:
        self.life.steps.append(Step(at, what, ref, codes))
        return at

    def days(self, at: datetime, low: float, high: float) -> datetime:
        """In office hours, some days later."""
        return self.after(at, self.rng.uniform(low, high))

    def about(self, at: datetime, mean: float) -> datetime:
        """In office hours, about so many days later: mostly near, seldom far."""
        return self.after(at, self.rng.gammavariate(5, mean / 5))

    def after(self, at: datetime, days: float) -> datetime:
        day = day_of(at + timedelta(days=days))
        later = at_work(self.rng, day, self.ground.nation)
        return later if later > at else at + timedelta(minutes=self.rng.randint(20, 80))

    def workdays(self, at: datetime, count: int) -> datetime:
        return working_days_later(self.rng, at, count, self.ground.nation)
