"""What an XmR chart is made of: its limits, its points, its signals."""

from dataclasses import dataclass
from enum import StrEnum

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
