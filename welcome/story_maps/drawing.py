"""The whole drawing of a story map: every need in its place, every tie in words.

`draw(needs, ties, shape)` is deterministic: the same map is always the same picture.
"""

from collections.abc import Sequence

from .drawn_parts import (
    EDGE,
    SIZES,
    Drawing,
    DrawnNeed,
    DrawnTie,
    Line,
    Need,
    Shape,
    Sizes,
    Tie,
)
from .lettering import Block, balanced
from .places import ROWS, Pair, arranged, tall_spots, wide_spots
from .shapes import Box, Curve, Point, around, blob
from .ties import Label, Room, bent


def draw(needs: Sequence[Need], ties: Sequence[Tie], shape: Shape) -> Drawing:
    """Places one to twelve needs and the ties between them."""
    sizes = SIZES[shape]
    letters = [_letters(need, sizes) for need in needs]
    pairs: tuple[Pair, ...] = tuple((tie.one, tie.other) for tie in ties)
    spots = wide_spots(len(needs)) if shape == "wide" else tall_spots(len(needs))
    order = arranged(spots, pairs)
    boxes = _boxes(letters, order, _rows(len(needs), shape), sizes)
    height = max(box.y + box.h for box in boxes) + EDGE
    page = Box(4, 4, sizes.width - 8, height - 8)
    curves = [
        bent(boxes[a], boxes[b], [x for i, x in enumerate(boxes) if i not in (a, b)],
             page)
        for a, b in pairs
    ]  # fmt: skip
    return Drawing(
        sizes.width,
        round(height),
        [_need(box, letters[i], i) for i, box in enumerate(boxes)],
        _ties(ties, curves, boxes, page, sizes),
    )


def _letters(need: Need, sizes: Sizes) -> list[Block]:
    blocks = [balanced(need.words, sizes.name, sizes.need)]
    if need.more:
        blocks.append(balanced(need.more, sizes.small, sizes.need))
    return blocks


def _rows(n: int, shape: Shape) -> tuple[int, ...]:
    return ROWS[n] if shape == "wide" else (1,) * n


def _boxes(
    letters: list[list[Block]],
    order: tuple[int, ...],
    rows: tuple[int, ...],
    sizes: Sizes,
) -> list[Box]:
    """Row by row, each as high as its highest; no two columns touch."""
    at = {spot: need for need, spot in enumerate(order)}
    boxes: dict[int, Box] = {}
    top, first = float(EDGE), 0
    for row, many in enumerate(rows):
        here = [at[first + i] for i in range(many)]
        around_each = [around(*letters[need]) for need in here]
        highest = max(h for _, h in around_each)
        for i, (need, (w, h)) in enumerate(zip(here, around_each, strict=True)):
            x = _middle(i, many, row, w, sizes) - w / 2
            sway = _sway(i, many, row)
            boxes[need] = Box(round(x), round(top + (highest - h) / 2 + sway), w, h)
        top += highest + sizes.gap + (_SWAY if many > 1 else 0)
        first += many
    return [boxes[need] for need in range(len(order))]


_SWAY = 30


def _sway(i: int, many: int, row: int) -> float:
    """Up and down within a row, so that it looks laid out by hand."""
    return _SWAY * ((i + row) % 2) if many > 1 else 0


def _middle(i: int, many: int, row: int, w: float, sizes: Sizes) -> float:
    if sizes.width < 500:  # tall: left and right in turn
        return EDGE + w / 2 if row % 2 == 0 else sizes.width - EDGE - w / 2
    return sizes.width * (i + 0.5) / many


def _need(box: Box, blocks: list[Block], turn: int) -> DrawnNeed:
    x, y = box.middle
    top = y - sum(block.height for block in blocks) / 2
    name = _lines(blocks[0], Point(x, top))
    more = [
        line
        for block in blocks[1:]
        for line in _lines(block, Point(x, top + blocks[0].height))
    ]
    return DrawnNeed(box, blob(box, turn), name, more)


def _lines(block: Block, top: Point) -> list[Line]:
    """Each line stands on its own foot, a little above the end of its height."""
    return [
        Line(round(top.x), round(top.y + i * block.leading + block.size * 0.9, 1),
             block.size, words)
        for i, words in enumerate(block.lines)
    ]  # fmt: skip


def _ties(
    ties: Sequence[Tie],
    curves: list[Curve],
    boxes: list[Box],
    page: Box,
    sizes: Sizes,
) -> list[DrawnTie]:
    room = Room(page, boxes, curves)
    drawn = []
    for number, (tie, curve) in enumerate(zip(ties, curves, strict=True), 1):
        said = balanced(f"“{tie.words}”", sizes.small, sizes.tie)
        label = room.label(curve, said, Block((str(number),), sizes.small))
        drawn.append(_tie(curve, boxes[tie.other], number, label))
    return drawn


def _tie(curve: Curve, target: Box, number: int, label: Label | None) -> DrawnTie:
    if label is None:
        return DrawnTie(curve.d, curve.arrow(target), number, None, [])
    top = Point(label.box.middle.x, label.box.middle.y - label.block.height / 2)
    lines = _lines(label.block, top)
    return DrawnTie(curve.d, curve.arrow(target), number, label.box, lines)
