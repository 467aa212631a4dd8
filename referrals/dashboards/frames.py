"""The two frames of a chart, the shapes that go into one, and its scale."""

from dataclasses import dataclass, field

from .answers import has_limits
from .findings import Finding
from .measures import Kind


@dataclass(frozen=True)
class Frame:
    name: str
    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    type: float
    dot: float
    #: Room for one change's words above the plot.
    line: int
    #: A label under every so many points.
    every: int


WIDE = Frame("wide", 940, 430, 56, 812, 26, 378, 16, 6.4, 24, 2)
TALL = Frame("tall", 320, 390, 34, 312, 24, 346, 13, 4.4, 40, 6)


@dataclass(frozen=True)
class Mark:
    x: float
    y: float
    kind: str
    letter: str = ""
    letter_y: float = 0


@dataclass(frozen=True)
class Line:
    """A level line from x to x2, or where x is x2 an upright one; with its words."""

    kind: str
    x: float
    x2: float
    y: float
    words: str = ""
    words_y: float = 0


@dataclass(frozen=True)
class Words:
    x: float
    y: float
    text: str
    anchor: str = "middle"
    second: str = ""


@dataclass
class Drawing:
    frame: Frame
    grid: list[Words] = field(default_factory=list)
    bands: list[tuple[float, float, float, float]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    changes: list[Words] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    under: list[Words] = field(default_factory=list)


class Scale:
    """From positions and values to places on the frame."""

    def __init__(self, finding: Finding, frame: Frame, changes: int) -> None:
        self.frame, self.count = frame, len(finding.dots)
        self.top = frame.top + frame.line * changes
        self.step = _step(_highest(finding))
        self.most = self.step * -(-_highest(finding) // self.step)
        if finding.measure.kind is Kind.SHARE:
            self.step, self.most = 20, 100

    def x(self, at: float) -> float:
        room = self.frame.right - self.frame.left
        inset = 0 if self.count > 1 else room / 2
        return round(self.frame.left + inset + room * at / max(self.count - 1, 1), 1)

    def y(self, value: float) -> float:
        share = min(max(value / self.most, 0), 1)
        return round(self.frame.bottom - share * (self.frame.bottom - self.top), 1)


def _highest(finding: Finding) -> float:
    seen: list[float] = [dot.value for dot in finding.dots if dot.value is not None]
    if has_limits(finding):
        seen += [dot.point.limits.upper for dot in finding.dots if dot.point]
    return max([*seen, finding.measure.promise or 0, 1])


def _step(highest: float) -> float:
    """A round number that makes four to six lines."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if highest <= 6 * step:
                return step
        size *= 10
