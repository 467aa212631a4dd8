"""The time that the tables by group look at: whole quarters, as few as will do.

Calendar quarters, so that this month's table and the next one never overlap by all
but a month, which would show that month to whoever subtracts.
"""

from datetime import date

from .ledger import Ledger
from .measures import Kind, Measure
from .periods import Span, later, quarter_of
from .series import Cell

#: With fewer people than this in a quarter, its groups would mostly be hidden.
_ENOUGH = 120
_AT_MOST = 4


def window_of(
    measure: Measure, ledger: Ledger, cells: list[Cell], today: date
) -> Span | None:
    """The latest quarter, or up to a year of them; a snapshot's last day."""
    if measure.kind is Kind.SNAPSHOT:
        return cells[-1].span if cells else None
    quarters = _quarters_within(cells, today)
    if not quarters:
        return None
    latest = quarters[0]
    if ledger.over(latest, measure).denominator >= _ENOUGH:
        return latest
    return Span(quarters[-1].start, 3 * len(quarters))


def _quarters_within(cells: list[Cell], today: date) -> list[Span]:
    """Whole quarters that are over and all on the chart, the latest first."""
    months = {month for cell in cells for month in cell.span.months}
    quarter = Span(later(quarter_of(today), -3), 3)
    found: list[Span] = []
    while months.issuperset(quarter.months) and len(found) < _AT_MOST:
        found.append(quarter)
        quarter = Span(later(quarter.start, -3), 3)
    return found
