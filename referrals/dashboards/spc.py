"""XmR charts by the Making Data Count rules: a change, or the usual ups and downs?

Pure. The arithmetic is that of NHS-R's *Plot the Dots* 0.2.2, so that an analyst who
redraws a chart there finds the same limits and the same points marked.
"""

from collections.abc import Sequence
from itertools import pairwise

from .spc_limits import WIDTH, WILD, Assurance, Better, Limits, Point, Rule, Signal
from .spc_rules import rules_broken, trends_in


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
    rules = rules_broken(values, limits)
    trends = trends_in(values)
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
