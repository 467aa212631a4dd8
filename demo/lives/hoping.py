"""What somebody hopes for, and how often they say how near it is. Pure.

Chances of its own, drawn from the moment in which somebody was heard: hopes change
nothing else in a life.
"""

from datetime import datetime, timedelta
from random import Random

from .hours import at_work, day_of
from .pen import Life, Step

#: Whoever stays with us is asked for at most so long.
_AT_MOST = timedelta(days=240)


def hope(life: Life, nation: str, heard: datetime, left: datetime | None) -> None:
    """From the end of a conversation until farewell: named, and rated again."""
    rng = Random(f"hopes {heard.isoformat()} {len(life.steps)}")
    end = left or heard + _AT_MOST
    if rng.random() > 0.62:
        return
    has_dialog = rng.random() < 0.6
    _say(life, heard + timedelta(minutes=4), "hoped")
    if has_dialog:
        _say(life, heard + timedelta(minutes=9), "satisfied")
    at = heard
    while (at := _later(rng, at, nation)) + timedelta(hours=1) < end:
        _say(life, at, "rated")
        if has_dialog and rng.random() < 0.7:
            _say(life, at + timedelta(minutes=9), "satisfied")


def _later(rng: Random, at: datetime, nation: str) -> datetime:
    return at_work(rng, day_of(at + timedelta(days=rng.uniform(18, 50))), nation)


def _say(life: Life, at: datetime, what: str) -> None:
    life.steps.append(Step(at, what))
