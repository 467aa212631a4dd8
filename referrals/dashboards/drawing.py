"""Where everything on the chart goes: numbers for the template, no markup here.

Drawn from what may be shown and from nothing else, so that no true count can be read
from a coordinate. Two frames of the same chart: wide, and tall for a phone.
"""

from dataclasses import replace
from itertools import groupby

from ..models import Change
from .answers import amount, has_limits
from .findings import Finding
from .frames import WIDE, Drawing, Frame, Line, Mark, Scale, Words
from .measures import Kind
from .series import Dot
from .spc_limits import Limits


def draw(finding: Finding, frame: Frame) -> Drawing:
    """The chart of a finding that has something to show."""
    changes = [one for one in finding.changes if _place(one, finding) > 0][-3:]
    scale, drawing = Scale(finding, frame, len(changes)), Drawing(frame)
    drawing.grid = _grid(finding, scale)
    if has_limits(finding):
        for first, last, limits in _segments(finding.dots):
            _add_limits(drawing, scale, finding, (first, last), limits)
    drawing.lines += _promise(finding, scale)
    _add_changes(drawing, scale, finding, changes)
    drawing.paths = _paths(finding.dots, scale)
    drawing.marks = _marks(finding.dots, scale)
    drawing.under = _under(finding.dots, scale)
    _spread(drawing)
    return drawing


def _grid(finding: Finding, scale: Scale) -> list[Words]:
    sign = "%" if finding.measure.kind is Kind.SHARE else ""
    ticks = [scale.step * at for at in range(int(scale.most // scale.step) + 1)]
    left = scale.frame.left - 9
    return [Words(left, scale.y(n), f"{n:g}{sign}", "end") for n in ticks]


def _segments(dots: list[Dot]) -> list[tuple[int, int, Limits]]:
    """Stretches that share their limits: first and last position."""
    marked = [(at, dot.point.limits) for at, dot in enumerate(dots) if dot.point]
    return [
        (stretch[0][0], stretch[-1][0], limits)
        for limits, group in groupby(marked, key=lambda pair: pair[1])
        for stretch in [list(group)]
    ]


def _add_limits(
    drawing: Drawing,
    scale: Scale,
    finding: Finding,
    ends: tuple[int, int],
    limits: Limits,
) -> None:
    """Mean and limits, rounded as the points are, so that they tell no more."""
    x, x2 = scale.x(ends[0]), scale.x(ends[1])
    is_last = ends[1] == max(at for at, dot in enumerate(finding.dots) if dot.point)
    upper, lower = scale.y(round(limits.upper)), scale.y(round(limits.lower))
    drawing.bands.append((x, upper, round(x2 - x, 1), round(lower - upper, 1)))
    for kind, name, value in (
        ("limit", "upper limit", limits.upper),
        ("mean", "mean", limits.mean),
        ("limit", "lower limit", limits.lower),
    ):
        if 0 < round(value) < scale.most or kind == "mean":
            y = scale.y(round(value))
            words = f"{name} {_number(finding, value)}" if is_last else ""
            drawing.lines.append(Line(kind, x, x2, y, words, y))


def _number(finding: Finding, value: float) -> str:
    return amount(finding.measure, value).partition(" ")[0]


def _promise(finding: Finding, scale: Scale) -> list[Line]:
    promise = finding.measure.promise
    if promise is None:
        return []
    y, frame = scale.y(promise), scale.frame
    words = f"promise {_number(finding, promise)}"
    return [Line("promise", frame.left, frame.right, y, words, y)]


def _place(change: Change, finding: Finding) -> float:
    """Half-way before the first period that began after it; 0 when off the chart."""
    month = change.began_on.replace(day=1)
    spans = [dot.span for dot in finding.dots]
    first = next((at for at, span in enumerate(spans) if span.start >= month), 0)
    return max(first - 0.5, 0)


def _add_changes(
    drawing: Drawing, scale: Scale, finding: Finding, changes: list[Change]
) -> None:
    frame = scale.frame
    for row, change in enumerate(changes):
        x = scale.x(_place(change, finding))
        y = frame.top + frame.line * row
        drawing.lines.append(Line("change", x, x, y + 8))
        words, since = "A change we tried:", f"{change.name}, {change.began_on:%B %Y}"
        if frame is WIDE:
            middle = min(max(x, 300), frame.width - 300)
            drawing.changes.append(Words(middle, y, f"{words} {since}"))
        else:
            drawing.changes.append(Words(frame.right, y - 18, words, "end", since))


def _paths(dots: list[Dot], scale: Scale) -> list[str]:
    """The line through the points; it breaks where a number is hidden."""
    paths: list[str] = []
    places = [(at, dot.value) for at, dot in enumerate(dots)]
    for is_hidden, group in groupby(places, key=lambda place: place[1] is None):
        if not is_hidden:
            pairs = [f"{scale.x(at)} {scale.y(value or 0)}" for at, value in group]
            paths.append("M" + "L".join(pairs))
    return paths


def _marks(dots: list[Dot], scale: Scale) -> list[Mark]:
    marks, before = [], ""
    for at, dot in enumerate(dots):
        if dot.value is None:
            before = ""
            continue
        y = scale.y(dot.value)
        letter = dot.letter if dot.letter != before else ""
        away = 2.2 * scale.frame.dot
        place = y - away if dot.letter == "H" else y + away + 0.8 * scale.frame.type
        kind = dot.point.signal.value if dot.point else "ordinary"
        marks.append(Mark(scale.x(at), y, kind, letter, round(place, 1)))
        before = dot.letter
    return marks


def _under(dots: list[Dot], scale: Scale) -> list[Words]:
    """Names of periods under the axis, the year beneath the first of each year."""
    frame, found, year = scale.frame, [], 0
    every = frame.every if len(dots) > 12 else max(1, frame.every // 2)
    for at in range(0, len(dots), every):
        start = dots[at].span.start
        second = str(start.year) if start.year != year else ""
        year = start.year
        anchor = "end" if at == len(dots) - 1 and at else "middle"
        words = Words(scale.x(at), frame.bottom, dots[at].span.short, anchor, second)
        found.append(words)
    return found


def _spread(drawing: Drawing) -> None:
    """Move the words at the right apart, so that none lies on another."""
    gap, last = 1.15 * drawing.frame.type, float("-inf")
    for line in sorted(drawing.lines, key=lambda one: one.y):
        if line.words:
            last = max(line.y, last + gap)
            drawing.lines[drawing.lines.index(line)] = replace(line, words_y=last)
