"""XmR charts by the Making Data Count rules: a change, or the usual ups and downs?

Pure. The arithmetic is that of NHS-R's *Plot the Dots* 0.2.2, so that an analyst who
redraws a chart there finds the same limits and the same points marked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

#: Limits stand this many mean moving ranges from the mean, near limits two thirds.
WIDTH = 2.66
#: A moving range this many times the mean one is set aside when screening.
WILD = 3.267
#: A run or a trend is this many points long.
RUN = 7
#: With fewer points than this the limits are only trial limits.
SETTLED_FROM = 13


class Better(StrEnum):
    """Which way is an improvement."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Rule(StrEnum):
    """Why a point is not by chance. In order of precedence."""

    OUTSIDE = "outside"
    TREND = "trend"
    TWO_OF_THREE = "two_of_three"
    SHIFT = "shift"


class Signal(StrEnum):
    """What the latest point says."""

    ORDINARY = "ordinary"
    IMPROVEMENT = "improvement"
    CONCERN = "concern"
    NEUTRAL = "neutral"


class Assurance(StrEnum):
    """Whether the process as it runs keeps the promise."""

    PASSES = "passes"
    FAILS = "fails"
    HIT_AND_MISS = "hit_and_miss"
    NONE = "none"


@dataclass(frozen=True)
class Limits:
    """The mean, and how far chance alone goes from it."""

    mean: float
    lower: float
    upper: float
    near_lower: float
    near_upper: float


@dataclass(frozen=True)
class Point:
    value: float
    limits: Limits
    rule: Rule | None
    #: "H" or "L" where a rule speaks, else "".
    letter: str
    signal: Signal


def limits_of(values: Sequence[float], *, screened: bool = False) -> Limits:
    """Natural process limits of one segment.

    `screened` sets aside wild moving ranges once, as R does by default; the NHS
    England spreadsheet does not. Points that are all equal have limits on the mean.
    Raises: ValueError without a value.

    >>> limits = limits_of([1, 2, 1, 2, 10] + [1, 2] * 6 + [1])
    >>> round(limits.mean, 2), round(limits.lower, 2), round(limits.upper, 2)
    (1.94, -3.06, 6.95)
    """
    if not values:
        raise ValueError("Limits need at least one value")
    mean = sum(values) / len(values)
    moves = [abs(b - a) for a, b in pairwise(values)]
    typical = _mean(moves)
    if screened:
        typical = _mean([move for move in moves if move < WILD * typical])
    far, near = WIDTH * typical, 2 * WIDTH / 3 * typical
    return Limits(mean, mean - far, mean + far, mean - near, mean + near)


def xmr(
    values: Sequence[float],
    *,
    better: Better,
    rebased_at: Sequence[int] = (),
    fixed_after: int | None = None,
    screened: bool = False,
) -> list[Point]:
    """Every point with its limits, and what speaks against chance.

    `rebased_at`: positions at which new limits begin; no rule looks across one.
    `fixed_after`: limits of the last segment come from this many of its points only,
    and hold for all of it, so that a change is seen against what was before.
    """
    points: list[Point] = []
    edges = [0, *sorted({at for at in rebased_at if 0 < at < len(values)}), len(values)]
    for start, end in pairwise(edges):
        part = values[start:end]
        base = part[:fixed_after] if fixed_after and end == len(values) else part
        if part:
            points += _segment(part, limits_of(base, screened=screened), better)
    return points


def assurance(limits: Limits, promise: float | None, better: Better) -> Assurance:
    """Whether the promise lies outside the limits, and on which side.

    >>> assurance(Limits(14, 8, 20, 10, 18), 22, Better.LOWER).value
    'passes'
    """
    if promise is None or better is Better.NEITHER:
        return Assurance.NONE
    above, below = promise > limits.upper, promise < limits.lower
    if not (above or below):
        return Assurance.HIT_AND_MISS
    is_kept = above if better is Better.LOWER else below
    return Assurance.PASSES if is_kept else Assurance.FAILS


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0


def _segment(values: Sequence[float], limits: Limits, better: Better) -> list[Point]:
    rules = _rules(values, limits)
    trends = _trend(values)
    return [
        _point(value, limits, rule, trends.get(at, 0), better)
        for at, (value, rule) in enumerate(zip(values, rules, strict=True))
    ]


def _point(
    value: float, limits: Limits, rule: Rule | None, trend: int, better: Better
) -> Point:
    if rule is None:
        return Point(value, limits, None, "", Signal.ORDINARY)
    up = trend > 0 if rule is Rule.TREND else value > limits.mean
    if better is Better.NEITHER:
        signal = Signal.NEUTRAL
    else:
        good = up == (better is Better.HIGHER)
        signal = Signal.IMPROVEMENT if good else Signal.CONCERN
    return Point(value, limits, rule, "H" if up else "L", signal)


def _rules(values: Sequence[float], limits: Limits) -> list[Rule | None]:
    """The first rule, in order of precedence, that speaks for each point."""
    trend, shift = _trend(values), _shift(values, limits)
    near = _two_of_three(values, limits)
    found: list[Rule | None] = []
    for at, value in enumerate(values):
        if value > limits.upper or value < limits.lower:
            found.append(Rule.OUTSIDE)
        elif at in trend:
            found.append(Rule.TREND)
        elif at in near:
            found.append(Rule.TWO_OF_THREE)
        else:
            found.append(Rule.SHIFT if at in shift else None)
    return found


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _trend(values: Sequence[float]) -> dict[int, int]:
    """Positions in seven points that rise, or fall, six times; a tie breaks it."""
    steps = [_sign(b - a) for a, b in pairwise(values)]
    found: dict[int, int] = {}
    for start in range(len(steps) - RUN + 2):
        window = steps[start : start + RUN - 1]
        if abs(sum(window)) == RUN - 1:
            found |= dict.fromkeys(range(start, start + RUN), window[0])
    return found


def _shift(values: Sequence[float], limits: Limits) -> set[int]:
    """Positions in seven or more points on one side of the mean; on it breaks it."""
    sides = [_sign(value - limits.mean) for value in values]
    found: set[int] = set()
    for start in range(len(sides) - RUN + 1):
        if abs(sum(sides[start : start + RUN])) == RUN:
            found |= set(range(start, start + RUN))
    return found


def _two_of_three(values: Sequence[float], limits: Limits) -> set[int]:
    """Near-limit points, two among three neighbours on the same side of the mean."""
    sides = [_sign(value - limits.mean) for value in values]
    near = [_is_near(value, limits) for value in values]
    found: set[int] = set()
    for start in range(len(values) - 2):
        window = range(start, start + 3)
        one_side = abs(sum(sides[at] for at in window)) == 3
        if one_side and sum(near[at] for at in window) > 1:
            found |= {at for at in window if near[at]}
    return found


def _is_near(value: float, limits: Limits) -> bool:
    """Beyond a near limit, and still inside the limit."""
    high = limits.near_upper < value <= limits.upper
    return high or limits.lower <= value < limits.near_lower
