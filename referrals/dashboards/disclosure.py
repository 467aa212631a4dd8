"""Numbers that are safe to show to people who must not know who anyone is.

Pure. Every number on a commissioner's page, chart, picture text or file has come
through here.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

#: Counts below this are never shown, zero included.
SMALL = 5
#: Averages of fewer people than this are never shown.
FEW = 8
_NO_END = 10**9


def safe_count(count: int) -> int | None:
    """Round a count of people so that no small group can be recognised.

    Unit: people in one cell of one published table, a whole number, 0 or more.
    Returns: None (shown as “*”) under 5, zero included; else the nearest 5.
    Raises: ValueError for a negative count, which means the query is wrong.
    Source: NHS England, Mental Health Services Monthly Statistics, disclosure
    control for sub-national figures. Apply it to totals as well as to parts,
    or the hidden part is found by subtraction.

    >>> [safe_count(n) for n in (0, 4, 5, 7, 8, 12, 13)]
    [None, None, 5, 5, 10, 10, 15]
    """
    if count < 0:
        raise ValueError(f"A count of people cannot be {count}")
    if count < SMALL:
        return None
    return 5 * ((count + 2) // 5)


def safe_percentage(numerator: int, denominator: int) -> int | None:
    """A whole percentage that tells no more than its two rounded counts do.

    Returns: None where either count is under 5; else the rounded numerator of the
    rounded denominator, so that 18 of 20 never betrays the two who are left.
    Raises: ValueError when the numerator is the larger.
    Source: as `safe_count`; taken of the rounded numbers, which is the stricter way.

    >>> safe_percentage(18, 20), safe_percentage(13, 40), safe_percentage(4, 40)
    (100, 38, None)
    """
    if numerator > denominator:
        raise ValueError(f"{numerator} of {denominator} is no share")
    part, whole = safe_count(numerator), safe_count(denominator)
    if part is None or whole is None:
        return None
    return int(100 * part / whole + 0.5)


def safe_average(total: float, people: int) -> int | None:
    """A whole average; None (shown as “*”) for fewer than 8 people.

    Raises: ValueError for a negative number of people.
    Source: NHS England, hospital statistics: averages only from 8 upwards.

    >>> safe_average(96, 8), safe_average(96, 7), safe_average(100, 8)
    (12, None, 13)
    """
    if people < 0:
        raise ValueError(f"An average of {people} people cannot be")
    return int(total / people + 0.5) if people >= FEW else None


@dataclass(frozen=True)
class Cell:
    """A count in a table, and whether it may be seen."""

    count: int
    is_shown: bool

    @property
    def shown(self) -> int | None:
        return safe_count(self.count) if self.is_shown else None

    @property
    def least(self) -> int:
        """The smallest that a clever reader, who knows these rules, can think it."""
        if self.shown is None:
            return 0 if self.count < SMALL else SMALL
        return max(SMALL, self.shown - 2)

    @property
    def most(self) -> int:
        if self.shown is None:
            return SMALL - 1 if self.count < SMALL else _NO_END
        return self.shown + 2


def protect(tables: Sequence[Sequence[int]]) -> list[list[Cell]]:
    """Decide which cells may be seen, for tables that split the same people.

    By month, by age, by who introduced them: each table adds up to the same total,
    and one of them can give away what another hides. Where a reader could conclude
    that someone was there behind a “*”, the smallest number beside it is hidden too.

    >>> [[cell.shown for cell in row] for row in protect([[18], [7, 7, 4]])]
    [[20], [None, 5, None]]
    """
    safe = [[Cell(n, safe_count(n) is not None) for n in table] for table in tables]
    while _hide_one_more(safe):
        pass
    return safe


def _hide_one_more(tables: list[list[Cell]]) -> bool:
    """Hide one more cell if a table gives one away; say whether it did."""
    for table in tables:
        if _gives_away(table, tables):
            others = sorted(tables, key=lambda one: -sum(cell.least for cell in one))
            return any(_hide_smallest(one) for one in [table, *others])
    return False


def _hide_smallest(table: list[Cell]) -> bool:
    shown = [at for at, cell in enumerate(table) if cell.is_shown]
    if not shown:
        return False
    smallest = min(shown, key=lambda at: (table[at].count, at))
    table[smallest] = replace(table[smallest], is_shown=False)
    return True


def _gives_away(table: list[Cell], tables: list[list[Cell]]) -> bool:
    """Whether a cell of 1 to 4 behind a “*” is known to within less than three."""
    least = max(sum(cell.least for cell in one) for one in tables)
    most = min(sum(cell.most for cell in one) for one in tables)
    return any(
        _is_known(cell, table, least, most) for cell in table if cell.count < SMALL
    )


def _is_known(cell: Cell, table: list[Cell], least: int, most: int) -> bool:
    low = least - (sum(other.most for other in table) - cell.most)
    high = most - (sum(other.least for other in table) - cell.least)
    low, high = max(low, cell.least), min(high, cell.most)
    return low > 0 and high - low < 2
