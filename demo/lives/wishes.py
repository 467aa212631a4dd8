"""What Today and the inboxes should show: lives are thrown again until one fits. Pure.

The home team's Today and two partners' inboxes are what somebody sees first. They
should be lively and human, so a handful of lives is wished for, and all other lives of
the home team are calm.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from .hours import moment
from .pen import Ground, Life
from .standing import Standing, standing
from .steps import live

Fits = Callable[[Standing], bool]
_TRIES = 20_000


@dataclass(frozen=True)
class Wish:
    #: Which of the site's teams, and how many such people.
    team: int
    count: int
    fits: Fits
    #: Introduced between so many days ago.
    since: int
    until: int = 1


def is_waiting(now: Standing) -> bool:
    """Introduced, and nothing else yet."""
    return now.is_waiting and not now.asked


def is_given_back(now: Standing) -> bool:
    return len(now.given_back) == 1 and not now.questions and not now.is_waiting


def has_a_question(now: Standing) -> bool:
    return len(now.questions) == 1 and not now.given_back and not now.is_waiting


def asked(offers: set[int], since: date, until: date) -> Fits:
    """One of these offers was asked between these days, and has not answered."""

    def fits(now: Standing) -> bool:
        sent = [day for offer, day in now.asked.values() if offer in offers]
        return now.is_calm and any(since <= day <= until for day in sent)

    return fits


def edinburgh(harbour: set[int], lantern: set[int], today: date) -> list[Wish]:
    """What the demo accounts find: besides the people of the design pages."""
    lately, long_ago = today - timedelta(days=6), today - timedelta(days=40)
    return [
        Wish(team=0, count=3, fits=is_waiting, since=5),
        Wish(team=0, count=1, fits=is_given_back, since=60, until=15),
        Wish(team=0, count=2, fits=has_a_question, since=60, until=12),
        Wish(team=0, count=2, fits=asked(harbour, lately, today), since=50, until=4),
        Wish(team=2, count=1, fits=asked(harbour, lately, today), since=50, until=4),
        Wish(team=3, count=1, fits=_late(harbour, long_ago, today), since=60, until=18),
        Wish(team=0, count=1, fits=_late(lantern, long_ago, today), since=60, until=18),
        Wish(team=1, count=2, fits=asked(lantern, lately, today), since=50, until=4),
    ]


def _late(offers: set[int], since: date, today: date) -> Fits:
    """The answer was due some days ago."""
    return asked(offers, since, today - timedelta(days=9))


def come_true(rng: Random, ground: Ground, wish: Wish, today: date) -> Life:
    """The first life thrown that fits. Raises LookupError where none ever does."""
    for _ in range(_TRIES):
        day = today - timedelta(days=rng.randint(wish.until, wish.since))
        life = live(rng, ground, day)
        steps = life.until(moment(today))
        if steps and wish.fits(standing(steps)):
            return life
    raise LookupError("No life like this can be thrown: the wish is too odd")
