"""What stands in a drawing: boxes, blobs in them, curves between them."""

from dataclasses import dataclass
from math import hypot
from typing import NamedTuple

from .lettering import Block, width

#: How round a blob is: 2 is an ellipse, more is nearer to its box.
_ROUND = 2.4


class Point(NamedTuple):
    x: float
    y: float


@dataclass(frozen=True)
class Box:
    x: float
    y: float
    w: float
    h: float

    @property
    def middle(self) -> Point:
        return Point(self.x + self.w / 2, self.y + self.h / 2)

    def overlaps(self, other: "Box", gap: float = 0) -> bool:
        return (
            self.x < other.x + other.w + gap
            and other.x < self.x + self.w + gap
            and self.y < other.y + other.h + gap
            and other.y < self.y + self.h + gap
        )

    def holds(self, at: Point, gap: float = 0) -> bool:
        inside = -gap <= at.x - self.x <= self.w + gap
        return inside and -gap <= at.y - self.y <= self.h + gap

    def blob_holds(self, at: Point, gap: float = 0) -> bool:
        """Whether a point lies in the round shape that fills this box."""
        a, b = self.w / 2 + gap, self.h / 2 + gap
        x, y = abs(at.x - self.middle.x) / a, abs(at.y - self.middle.y) / b
        return bool(x**_ROUND + y**_ROUND <= 1)


@dataclass(frozen=True)
class Curve:
    """From one middle to another, bent towards `over`."""

    start: Point
    over: Point
    end: Point

    def at(self, t: float) -> Point:
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t**2
        return Point(
            a * self.start.x + b * self.over.x + c * self.end.x,
            a * self.start.y + b * self.over.y + c * self.end.y,
        )

    def points(self, n: int = 32) -> list[Point]:
        return [self.at(i / n) for i in range(n + 1)]

    @property
    def d(self) -> str:
        (x, y), (ox, oy), (ex, ey) = self.start, self.over, self.end
        return f"M{x:.0f} {y:.0f}Q{ox:.0f} {oy:.0f} {ex:.0f} {ey:.0f}"

    def arrow(self, target: Box) -> str:
        """A small open arrow, just before the blob that the tie leads to."""
        outside = [p for p in self.points(80) if not target.blob_holds(p, 7)]
        tip, before = outside[-1], outside[-3:][0]
        length = hypot(tip.x - before.x, tip.y - before.y) or 1
        x, y = (tip.x - before.x) / length * 9, (tip.y - before.y) / length * 9
        left = Point(tip.x - x - y * 0.7, tip.y - y + x * 0.7)
        right = Point(tip.x - x + y * 0.7, tip.y - y - x * 0.7)
        return (
            f"M{left.x:.1f} {left.y:.1f}L{tip.x:.1f} {tip.y:.1f}"
            f"L{right.x:.1f} {right.y:.1f}"
        )


def blob(box: Box, turn: int) -> str:
    """A round shape that fills its box, each a little different, like a pebble."""
    lean = (0.04, -0.05, 0.02, -0.03, 0.05)[turn % 5]
    x, y, r, b = box.x, box.y, box.x + box.w, box.y + box.h
    left, right = y + box.h * (0.5 - lean), y + box.h * (0.5 + lean)
    top, bottom = x + box.w * (0.5 - lean), x + box.w * (0.5 + lean)
    k = 0.34  # how far the corners stay round
    return (
        f"M{x:.1f} {left:.1f}"
        f"C{x:.1f} {y + (left - y) * k:.1f} {x + (top - x) * k:.1f} {y:.1f} "
        f"{top:.1f} {y:.1f}"
        f"C{r - (r - top) * k:.1f} {y:.1f} {r:.1f} {y + (right - y) * k:.1f} "
        f"{r:.1f} {right:.1f}"
        f"C{r:.1f} {b - (b - right) * k:.1f} {r - (r - bottom) * k:.1f} {b:.1f} "
        f"{bottom:.1f} {b:.1f}"
        f"C{x + (bottom - x) * k:.1f} {b:.1f} {x:.1f} {b - (b - left) * k:.1f} "
        f"{x:.1f} {left:.1f}Z"
    )


def around(*blocks: Block) -> tuple[float, float]:
    """How wide and high a blob must be for these lines, one block under another."""
    tall = sum(block.height for block in blocks)
    w = max(136.0, max(block.width for block in blocks) + 54)
    h = tall + 50
    while not _fits(blocks, tall, Box(-w / 2, -h / 2, w, h)):
        h += 4
    return w, h


def _fits(blocks: tuple[Block, ...], tall: float, box: Box) -> bool:
    y = -tall / 2
    for block in blocks:
        for line in block.lines:
            half = width(line, block.size) / 2
            corners = (Point(half, y), Point(half, y + block.leading))
            if not all(box.blob_holds(corner, -4) for corner in corners):
                return False
            y += block.leading
    return True
