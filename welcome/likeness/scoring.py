"""How much two people look alike, and why, in plain words. Pure.

Points after a measured trial and `make bench` (see docs/finding.md): the name counts
most, a birthday nearly as much. Nothing here decides: a person always does.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from .names import apart, same_name, sound


@dataclass
class Likeness:
    """Points, and the reasons for them."""

    points: float = 0
    why: list[str] = field(default_factory=list)

    def add(self, points: float, reason: str = "") -> None:
        self.points += points
        if reason:
            self.why.append(reason)


def compare_names(ours: list[str], theirs: list[str]) -> Likeness:
    """At most 4: both names the same, in whichever order.

    >>> compare_names(["amina", "yusuf"], ["yusuf", "amina"])
    Likeness(points=4.0, why=['the same names, the other way round'])
    >>> compare_names(["liz", "marsh"], ["elizabeth", "marsh"]).why
    ['Liz is short for Elizabeth']
    >>> compare_names(["jon"], ["amina", "yusuf"])
    Likeness(points=0, why=[])
    """
    pairs = _pairs(ours, theirs)
    if not pairs:
        return Likeness()
    count = max(2, min(len(ours), len(theirs)))
    best = sorted((near for near, *_ in pairs), reverse=True)[:count]
    likeness = Likeness(round(4 * sum(best) / count, 2))
    likeness.why = _why(pairs, ours, theirs)
    return likeness


def _pairs(ours: list[str], theirs: list[str]) -> list[tuple[float, str, str]]:
    """Each of our words with the nearest of theirs that is still free."""
    every = sorted(
        ((near, a, b) for a in ours for b in theirs if (near := _near(a, b)) >= 0.55),
        reverse=True,
    )
    taken: set[tuple[int, str]] = set()
    pairs = []
    for near, a, b in every:
        if (0, a) not in taken and (1, b) not in taken:
            taken |= {(0, a), (1, b)}
            pairs.append((near, a, b))
    return pairs


@lru_cache(maxsize=200_000)
def _near(one: str, other: str) -> float:
    """1 for the same word, nearly 1 for one short for the other, less by each slip."""
    if one == other:
        return 1
    if same_name(one) == same_name(other):
        return 0.95
    longer = max(len(one), len(other))
    if _far(one, other, longer) and sound(one) != sound(other):
        return 0.6 if min(len(one), len(other)) == 1 and one[0] == other[0] else 0
    slips = apart(one, other)
    written = 1 - slips / longer
    if slips <= 1 and min(len(one), len(other)) > 2:
        written = max(written, 0.85)
    if sound(one) == sound(other) and len(sound(one)) > 1:
        return max(written, 0.85)
    return written


def _far(one: str, other: str, longer: int) -> bool:
    """Too many letters stand in one word only: quicker said than counted in full."""
    lonely = max(sum(c not in other for c in one), sum(c not in one for c in other))
    return max(lonely, abs(len(one) - len(other))) > 0.45 * longer


def _why(
    pairs: list[tuple[float, str, str]], ours: list[str], theirs: list[str]
) -> list[str]:
    if len(pairs) < 2:
        near, a, b = pairs[0]
        alone = len(ours) == len(theirs) == 1
        if near == 1:
            return ["the same name" if alone else f"the same name {a.capitalize()}"]
        return [_reason(a, b)] if near >= 0.75 else []
    order = [
        theirs.index(b) for _, _, b in sorted(pairs, key=lambda p: ours.index(p[1]))
    ]
    turned = order != sorted(order)
    if all(near == 1 for near, *_ in pairs):
        return ["the same names, the other way round" if turned else "the same name"]
    reasons = [_reason(a, b) for near, a, b in pairs if 0.6 <= near < 1]
    return reasons + (["the names the other way round"] if turned else [])


def _reason(a: str, b: str) -> str:
    one, other = a.capitalize(), b.capitalize()
    if same_name(a) == same_name(b):
        short, long = sorted((one, other), key=len)
        if len(long) - len(short) >= 2:
            return f"{short} is short for {long}"
        return f"{one} and {other} are the same name"
    slips = apart(a, b)
    if slips == 1:
        return "a name one letter apart"
    if sound(a) == sound(b):
        return f"{one} sounds like {other}"
    return "a name that is nearly the same"


def compare_days(ours: date, theirs: date) -> Likeness:
    """
    >>> compare_days(date(1992, 5, 3), date(1992, 3, 5)).why
    ['the same birthday with day and month the other way round']
    """
    if ours == theirs:
        return Likeness(3, ["the same birthday"])
    if ours.year == theirs.year and (ours.day, ours.month) == (
        theirs.month,
        theirs.day,
    ):
        why = "the same birthday with day and month the other way round"
        return Likeness(2, [why])
    pairs = list(zip(f"{ours:%d%m%Y}", f"{theirs:%d%m%Y}", strict=True))
    other = [i for i, (a, b) in enumerate(pairs) if a != b]
    if len(other) == 1:
        return Likeness(1.6, ["a birthday that differs in one figure"])
    if len(other) == 2 and pairs[other[0]] == pairs[other[1]][::-1]:
        return Likeness(1.6, ["a birthday with two figures the other way round"])
    if ours.replace(year=2000) == theirs.replace(year=2000):
        return Likeness(0.8, ["the same day and month of another year"])
    return Likeness(-0.5 if ours.year == theirs.year else -2)
