"""How a life with us goes, step by step, from an introduction to a farewell. Pure.

A life is written to its end, far into the future, and then read only up to today
(`Life.until`). So whatever is open today is open for a reason, in the middle of
something. What the steps do to the record is not decided here: see `playing`.
"""

from datetime import date, datetime, timedelta
from random import Random

from .helping import be_helped
from .hoping import hope
from .hours import at_work, day_of, moment
from .pen import Ground, Life, Pen, pick

SOURCES = {
    "gp": 49,
    "self": 21,
    "mental_health": 8,
    "family": 7,
    "housing": 4,
    "council": 3,
    "voluntary": 3,
    "hospital": 3,
    "police": 1,
    "other": 1,
}


def live(rng: Random, ground: Ground, day: date) -> Life:
    """The whole life with us of somebody who is introduced on that day."""
    pen = Pen(rng, ground)
    source = pick(rng, SOURCES)
    heard = _be_heard(pen, _knocks(pen, source, day), source, is_first=True)
    while heard:
        left = be_helped(pen, heard)
        hope(pen.life, ground.nation, heard, left)
        if left is None or rng.random() > 0.11:
            break
        back = pen.days(left, 45, 330)
        heard = _be_heard(pen, back, "self", is_first=False)
    return pen.life


def _knocks(pen: Pen, source: str, day: date) -> datetime:
    """Who asks for themselves does so at any hour; others when they are at work."""
    if source in ("self", "family"):
        return moment(day, pen.rng.randint(7, 22), pen.rng.randint(0, 59))
    return at_work(pen.rng, day, pen.ground.nation)


def _be_heard(
    pen: Pen, at: datetime, source: str, *, is_first: bool
) -> datetime | None:
    """Introduced, and then listened to. When the conversation ended; None: never."""
    rng = pen.rng
    pen.step(at, "introduced", source=source)
    if is_first and rng.random() < 0.08:
        pen.step(pen.days(at, 5, 26), "closed")
        return None
    mean = pen.ground.wait(day_of(at))
    met = pen.after(at, max(rng.gammavariate(8, mean / 8) - 0.7, 0.1))
    pen.step(met, "met", is_first=is_first)
    if rng.random() < 0.05:  # finished on another day
        heard = pen.days(met, 1, 4)
    else:
        heard = met + timedelta(minutes=rng.randint(35, 95))
    return pen.step(heard, "heard", is_first=is_first, read_back=rng.random() < 0.9)
