"""One measure through time: by month where there are enough people, else by quarter."""

from dataclasses import dataclass
from datetime import date
from statistics import median

from . import spc
from .disclosure import FEW, SMALL, safe_count
from .ledger import Ledger, Tally
from .measures import Kind, Measure
from .periods import Span, whole
from .spc_limits import Point

#: How many periods a chart holds, by their length in months.
_LONGEST = {1: 24, 3: 12}
#: How large the middle period must be, for its months to say anything when rounded.
_MONTHLY_FROM = {Kind.COUNT: 20, Kind.SNAPSHOT: 20, Kind.SHARE: 40, Kind.AVERAGE: FEW}
#: How much of the chart may be hidden, by length.
_HIDDEN_AT_MOST = {1: 0.1, 3: 0.4}
#: Whether wild moves are set aside before limits are drawn. NHS England's tool: no.
SCREENED = False
#: Limits are set on what was before a change only if there are this many points.
_ENOUGH_BEFORE = 6


@dataclass(frozen=True)
class Cell:
    """One period's true numbers. They stay on the server."""

    span: Span
    tally: Tally


@dataclass(frozen=True)
class Dot:
    """One period as it may be seen: `people` and `value` are None where it may not."""

    span: Span
    people: int | None
    value: int | None
    point: Point | None

    @property
    def letter(self) -> str:
        return self.point.letter if self.point and self.value is not None else ""


def cells_of(measure: Measure, ledger: Ledger, today: date) -> list[Cell]:
    """The whole periods to draw; none when too few people would be in them."""
    if ledger.first is None:
        return []
    for length, longest in _LONGEST.items():
        spans = list(whole(ledger.first, today, length))[-longest:]
        cells = [Cell(span, ledger.over(span, measure)) for span in spans]
        if _is_enough(measure, cells, length):
            return cells
    return []


def is_safe(measure: Measure, tally: Tally) -> bool:
    """Whether this number may be shown, looked at alone."""
    match measure.kind:
        case Kind.SHARE:
            return tally.numerator >= SMALL and tally.denominator >= SMALL
        case Kind.AVERAGE:
            return tally.denominator >= FEW
        case _:
            return safe_count(tally.denominator) is not None


@dataclass(frozen=True)
class Marked:
    """What the rules say of each period, and of what the limits are made."""

    points: list[Point | None]
    #: The change before which the limits were set; None where all points set them.
    set_before: date | None


def marked(
    measure: Measure, cells: list[Cell], *, rebased_on: list[date], tried_on: list[date]
) -> Marked:
    """The rules, on the true numbers. A share or average of no one is no point."""
    values = [cell.tally.value(measure.kind) for cell in cells]
    known = [cell for cell in cells if cell.tally.value(measure.kind) is not None]
    spans = [cell.span for cell in known]
    rebased_at = [_first_after(day, spans) for day in rebased_on]
    start = max((at for at in rebased_at if at < len(spans)), default=0)
    set_before = next((d for d in tried_on if _is_settled(d, spans, start)), None)
    fixed = _first_after(set_before, spans) - start if set_before else None
    points = iter(
        spc.xmr(
            [value for value in values if value is not None],
            better=measure.better,
            rebased_at=rebased_at,
            fixed_after=fixed,
            screened=SCREENED,
        )
    )
    found = [None if value is None else next(points) for value in values]
    return Marked(found, set_before)


def _is_enough(measure: Measure, cells: list[Cell], length: int) -> bool:
    if not cells:
        return False
    hidden = sum(not is_safe(measure, cell.tally) for cell in cells)
    if hidden > _HIDDEN_AT_MOST[length] * len(cells):
        return False
    middle = median(cell.tally.denominator for cell in cells)
    return length > 1 or middle >= _MONTHLY_FROM[measure.kind]


def _first_after(day: date, spans: list[Span]) -> int:
    """The position of the first period that began with that day's month or after."""
    month = day.replace(day=1)
    return next((at for at, s in enumerate(spans) if s.start >= month), len(spans))


def _is_settled(tried_on: date, spans: list[Span], start: int) -> bool:
    """Whether enough points stand before this change, and some after it."""
    at = _first_after(tried_on, spans)
    return at - start >= _ENOUGH_BEFORE and at < len(spans)
