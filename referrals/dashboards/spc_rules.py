"""The four rules by which a chart says that something has changed."""

from collections.abc import Sequence
from itertools import pairwise

from .spc_limits import RUN, Limits, Rule


def rules_broken(values: Sequence[float], limits: Limits) -> list[Rule | None]:
    """The first rule, in order of precedence, that speaks for each point."""
    trend, shift = trends_in(values), _shift(values, limits)
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


def trends_in(values: Sequence[float]) -> dict[int, int]:
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
