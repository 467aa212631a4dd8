"""What a measure has to say of itself before anyone is shown its number."""

from dataclasses import dataclass
from enum import StrEnum

from .spc_limits import Better


class Kind(StrEnum):
    COUNT = "count"  # how many things happened
    SHARE = "share"  # numerator of denominator, in per cent
    AVERAGE = "average"  # total over denominator
    SNAPSHOT = "snapshot"  # how many there are at the end of the period


@dataclass(frozen=True)
class Measure:
    slug: str
    question: str
    #: Over the chart.
    name: str
    kind: Kind
    #: One and many of what the denominator counts.
    one: str
    many: str
    #: Of the value: days, %, or the same as `many`.
    unit: str
    numerator: str
    denominator: str
    source: str
    definition: str
    better: Better
    #: The answer. {} is the latest number with its unit; {when} its period, as “in
    #: October 2026” or “from July to September 2026”, {When} so at the start.
    says: str
    promise: int | None = None
    #: What a published story should be about to stand beside it.
    theme: str = "hope"
    #: The heading of the measure's own split, if it has one.
    split_by: str = ""

    @property
    def has_value(self) -> bool:
        """Whether there is a number beside the count of people."""
        return self.kind in (Kind.SHARE, Kind.AVERAGE)
