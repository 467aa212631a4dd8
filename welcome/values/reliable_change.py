"""Change between the first and the latest number: reliable or not, said in words. Pure.

Source: NHS England, community mental health PROMs: the first valid and the latest valid
number make the pair, and a change is reliable from 1 for an item of DIALOG, from 3 for
a goal (GBO), and from 5 for ReQoL-10. For SWEMWBS no threshold is given: none is used.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

HOPE, DIALOG_ITEM, REQOL = 3, 1, 5


class Kind(StrEnum):
    BETTER = "better"
    WORSE = "worse"
    NONE = "none"
    #: Only one number so far, or a scale without a threshold.
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Change:
    first: float
    latest: float
    kind: Kind

    @property
    def difference(self) -> float:
        return round(self.latest - self.first, 2)

    @property
    def verdict(self) -> str:
        """“reliably better”, “reliably worse” or “no reliable change”; else nothing."""
        return {
            Kind.BETTER: "reliably better",
            Kind.WORSE: "reliably worse",
            Kind.NONE: "no reliable change",
        }.get(self.kind, "")

    @property
    def sign(self) -> str:
        """A shape for the eye, beside the words and never instead of them."""
        return {Kind.BETTER: "▲", Kind.WORSE: "▼", Kind.NONE: "="}.get(self.kind, "")


def between(numbers: Sequence[float | None], threshold: float | None) -> Change | None:
    """The change from the first number that is there to the latest; None without any.

    >>> between([None, 1, None, 6], HOPE)
    Change(first=1, latest=6, kind=<Kind.BETTER: 'better'>)
    >>> [between([5, n], HOPE).kind.value for n in (2, 3, 7, 8)]
    ['worse', 'none', 'none', 'better']
    >>> between([4], DIALOG_ITEM).kind.value, between([None], DIALOG_ITEM)
    ('unknown', None)
    """
    valid = [number for number in numbers if number is not None]
    if not valid:
        return None
    kind = Kind.UNKNOWN
    if len(valid) > 1 and threshold is not None:
        kind = _kind(valid[-1] - valid[0], threshold)
    return Change(valid[0], valid[-1], kind)


def _kind(difference: float, threshold: float) -> Kind:
    if abs(difference) < threshold:
        return Kind.NONE
    return Kind.BETTER if difference > 0 else Kind.WORSE


def mean(numbers: Sequence[int | None]) -> float | None:
    """To two places; items that were left out do not count. None when all were.

    >>> mean([4, None, 5]), mean([None])
    (4.5, None)
    """
    valid = [number for number in numbers if number is not None]
    return round(sum(valid) / len(valid), 2) if valid else None
