"""Curves between needs that keep clear of the others, and room for their words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .lettering import Block
from .shapes import Box, Curve, Point

#: How far a curve bends to either side, in parts of its length: the least first.
_BENDS = (0.1, -0.1, 0.22, -0.22, 0.36, -0.36, 0.52, -0.52, 0.7, -0.7, 0.9, -0.9)
_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73, 0.2, 0.8)
_ASIDE = (0, 14, -14, 28, -28, 44, -44, 60, -60)
_PAD = 6


@dataclass(frozen=True)
class Label:
    """A tie's words and the bed they lie on; or its number, where no room was left."""

    box: Box
    block: Block


def bent(one: Box, other: Box, rest: Sequence[Box], page: Box) -> Curve:
    """From one to the other, around the rest where there is a way around."""
    tried = [_bent(one.middle, other.middle, bend, page) for bend in _BENDS]
    return min(tried, key=lambda curve: _through(curve, rest))


def _bent(a: Point, b: Point, bend: float, page: Box) -> Curve:
    """Bent over a point beside the middle, which never leaves the page."""
    x = (a.x + b.x) / 2 - (b.y - a.y) * bend
    y = (a.y + b.y) / 2 + (b.x - a.x) * bend
    over = Point(
        min(max(x, page.x + 6), page.x + page.w - 6),
        min(max(y, page.y + 6), page.y + page.h - 6),
    )
    return Curve(a, over, b)


def _through(curve: Curve, rest: Iterable[Box]) -> int:
    points = curve.points(24)
    return sum(box.blob_holds(point, 6) for box in rest for point in points)


class Room:
    """The page while words are laid on it: what is taken already, and by what."""

    def __init__(self, page: Box, boxes: Sequence[Box], curves: Sequence[Curve]):
        self.page, self.taken = page, list(boxes)
        self.dots = [(curve, curve.points(24)) for curve in curves]

    def label(self, curve: Curve, *sizes: Block) -> Label | None:
        """Beside its own curve, best upon it. The first of `sizes` that finds room."""
        for block in sizes:
            w, h = block.width + 2 * _PAD, block.height + 2 * _PAD
            free = [box for box in _beside(curve, w, h) if self._is_free(box)]
            if free:
                box = min(free[:24], key=lambda box: self._covers(box, curve))
                self.taken.append(box)
                return Label(box, block)
        return None

    def _is_free(self, box: Box) -> bool:
        page = self.page
        inside = page.x <= box.x and box.x + box.w <= page.x + page.w
        inside = inside and page.y <= box.y and box.y + box.h <= page.y + page.h
        return inside and not any(box.overlaps(taken, 2) for taken in self.taken)

    def _covers(self, box: Box, own: Curve) -> int:
        """How much of other ties would lie under these words."""
        return sum(
            box.holds(dot) for curve, dots in self.dots if curve != own for dot in dots
        )


def _beside(curve: Curve, w: float, h: float) -> list[Box]:
    """Where words could lie: on the curve first, then to its sides."""
    return [
        Box(at.x - w / 2 + dx, at.y - h / 2 + dy, w, h)
        for aside in _ASIDE
        for at in map(curve.at, _ALONG)
        for dx, dy in ((0, aside), (aside, 0))
    ]
