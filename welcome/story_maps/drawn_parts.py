"""What a drawing of a story map is made of."""

from dataclasses import dataclass
from typing import Literal

from .shapes import Box

Shape = Literal["wide", "tall"]


@dataclass(frozen=True)
class Sizes:
    """What differs between the two drawings."""

    width: float
    name: float
    small: float
    need: float
    tie: float
    gap: float


SIZES: dict[Shape, Sizes] = {
    "wide": Sizes(860, 22, 16, 144, 124, 88),
    "tall": Sizes(330, 20, 16, 134, 112, 60),
}
EDGE = 18


@dataclass(frozen=True)
class Need:
    words: str
    more: str = ""


@dataclass(frozen=True)
class Tie:
    one: int
    other: int
    words: str


@dataclass(frozen=True)
class Line:
    """One line of letters, where its middle stands."""

    x: float
    y: float
    size: float
    words: str


@dataclass(frozen=True)
class DrawnNeed:
    box: Box
    d: str
    names: list[Line]
    more: list[Line]


@dataclass(frozen=True)
class DrawnTie:
    d: str
    arrow: str
    number: int
    bed: Box | None
    lines: list[Line]


@dataclass(frozen=True)
class Drawing:
    width: float
    height: float
    needs: list[DrawnNeed]
    ties: list[DrawnTie]
