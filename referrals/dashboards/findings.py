"""What one measure shows at one place: the only thing that pages and files are made of.

Nothing in a Finding is a true count of people. What it holds may be shown.
"""

from dataclasses import dataclass, field
from datetime import date

from ..models import Change
from .breakdowns import BREAKDOWNS, NOT_RECORDED, OWN, SPLITS
from .guarded import HIDDEN, PERIODS, Seen, Tables, alone, guard
from .ledger import NOTHING, Ledger, Tally
from .measures import Measure
from .periods import Span
from .places import Place
from .series import Cell, Dot, Marked, cells_of, marked
from .windows import window_of


@dataclass(frozen=True)
class Split:
    """A table by group, over the window."""

    code: str
    heading: str
    rows: list[tuple[str, Seen]]


@dataclass(frozen=True)
class Finding:
    measure: Measure
    place: Place
    dots: list[Dot] = field(default_factory=list)
    splits: list[Split] = field(default_factory=list)
    window: Span | None = None
    changes: list[Change] = field(default_factory=list)
    #: The change before which the limits were set, so that it is seen against them.
    set_before: Change | None = None
    #: Of `held`: whether anyone is without a holder just now.
    is_anybody_unheld: bool = False

    @property
    def latest(self) -> Dot | None:
        """The newest period that may be shown."""
        return next((dot for dot in reversed(self.dots) if dot.value is not None), None)

    @property
    def is_by_month(self) -> bool:
        return bool(self.dots) and self.dots[0].span.length == 1


def find(
    measure: Measure, place: Place, ledger: Ledger, changes: list[Change], today: date
) -> Finding:
    """Everything that may be said of this measure here, today."""
    cells = cells_of(measure, ledger, today)
    window = window_of(measure, ledger, cells, today)
    tables = _tables(measure, ledger, cells, window)
    seen = guard(measure, tables)
    here = [change for change in changes if change.measure in ("", measure.slug)]
    rules = _rules(measure, cells, here)
    return Finding(
        measure=measure,
        place=place,
        dots=_dots(measure, cells, seen.get(PERIODS, {}), rules),
        splits=_splits(measure, seen),
        window=window,
        changes=here,
        set_before=next((c for c in here if c.began_on == rules.set_before), None),
        is_anybody_unheld=measure.slug == "held" and ledger.newest.numerator > 0,
    )


def _tables(
    measure: Measure, ledger: Ledger, cells: list[Cell], window: Span | None
) -> Tables:
    """The true numbers, by table, that all split what happened in the window."""
    if window is None:
        return {}
    inside = [cell for cell in cells if cell.span.start in window]
    tables = {PERIODS: {str(cell.span.start): cell.tally for cell in inside}}
    for code, groups in _ways(measure).items():
        tables[code] = _groups(measure, ledger, window, code, groups)
    return tables


def _ways(measure: Measure) -> dict[str, dict[str, str]]:
    own = {OWN: SPLITS[measure.slug]} if measure.slug in SPLITS else {}
    return own | {one.code: one.groups for one in BREAKDOWNS}


def _groups(
    measure: Measure, ledger: Ledger, window: Span, code: str, groups: dict[str, str]
) -> dict[str, Tally]:
    """Every group, happened or not; a code that no one knows is not recorded."""
    found = dict.fromkeys(groups, NOTHING)
    for breakdown, group in ledger.entries:
        if breakdown == code:
            into = group if group in groups else NOT_RECORDED
            tally = ledger.over(window, measure, breakdown, group)
            found[into] = found.get(into, NOTHING) + tally
    return found


def _rules(measure: Measure, cells: list[Cell], changes: list[Change]) -> Marked:
    return marked(
        measure,
        cells,
        rebased_on=[one.began_on for one in changes if one.rebase_from],
        tried_on=[one.began_on for one in changes if not one.rebase_from],
    )


def _dots(
    measure: Measure, cells: list[Cell], seen: dict[str, Seen], rules: Marked
) -> list[Dot]:
    shown = [
        seen.get(str(cell.span.start)) or alone(measure, cell.tally) for cell in cells
    ]
    return [
        Dot(cell.span, row.people, row.value, point)
        for cell, row, point in zip(cells, shown, rules.points, strict=True)
    ]


def _splits(measure: Measure, seen: dict[str, dict[str, Seen]]) -> list[Split]:
    headings = {OWN: measure.split_by} | {one.code: one.heading for one in BREAKDOWNS}
    return [
        Split(
            code,
            headings[code],
            [(label, seen[code].get(group, HIDDEN)) for group, label in groups.items()],
        )
        for code, groups in _ways(measure).items()
        if code in seen
    ]
