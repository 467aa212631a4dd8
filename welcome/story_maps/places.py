"""Which need stands where, so that few ties cross and none is longer than it must.

Only the pattern of ties counts, never a word: so the answer is kept for a while.
"""

from functools import lru_cache
from itertools import combinations

Pair = tuple[int, int]
Spot = tuple[float, float]

#: How many stand in each row of the wide drawing, by how many there are.
ROWS: dict[int, tuple[int, ...]] = {
    1: (1,),
    2: (2,),
    3: (2, 1),
    4: (2, 2),
    5: (3, 2),
    6: (3, 3),
    7: (2, 3, 2),
    8: (3, 2, 3),
    9: (3, 3, 3),
    10: (3, 2, 3, 2),
    11: (3, 3, 2, 3),
    12: (3, 3, 3, 3),
}
_THROUGH, _CROSSED = 3.0, 1.5


@lru_cache(maxsize=512)
def arranged(spots: tuple[Spot, ...], ties: tuple[Pair, ...]) -> tuple[int, ...]:
    """For each need its spot. Begins in order, and swaps two while that is better."""
    order = list(range(len(spots)))
    best = _cost(order, spots, ties)
    better = True
    while better:
        better = False
        for a, b in combinations(range(len(order)), 2):
            order[a], order[b] = order[b], order[a]
            cost = _cost(order, spots, ties)
            if cost < best - 1e-9:
                best, better = cost, True
            else:
                order[a], order[b] = order[b], order[a]
    return tuple(order)


def _cost(order: list[int], spots: tuple[Spot, ...], ties: tuple[Pair, ...]) -> float:
    lines = [(spots[order[a]], spots[order[b]]) for a, b in ties]
    long = sum(_far(a, b) for a, b in lines)
    through = sum(_passes(a, b, spot) for a, b in lines for spot in spots)
    crossed = sum(_cross(*one, *other) for one, other in combinations(lines, 2))
    return long + _THROUGH * through + _CROSSED * crossed


def _far(a: Spot, b: Spot) -> float:
    return float(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5)


def _passes(a: Spot, b: Spot, other: Spot) -> bool:
    """Whether someone else stands on the straight line between these two."""
    if other in (a, b):
        return False
    return _far(a, other) + _far(other, b) < _far(a, b) + 0.08


def _cross(a: Spot, b: Spot, c: Spot, d: Spot) -> bool:
    if {a, b} & {c, d}:
        return False
    return _side(a, b, c) * _side(a, b, d) < 0 and _side(c, d, a) * _side(c, d, b) < 0


def _side(a: Spot, b: Spot, c: Spot) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def wide_spots(n: int) -> tuple[Spot, ...]:
    """In rows that are as wide as the page; a row of two stands between three."""
    return tuple(
        ((i + 0.5) * 3 / many, row * 1.0)
        for row, many in enumerate(ROWS[n])
        for i in range(many)
    )


def tall_spots(n: int) -> tuple[Spot, ...]:
    """One below the other, left and right in turn."""
    return tuple((float(i % 2), i * 0.8) for i in range(n))
