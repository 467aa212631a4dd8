"""Where the table of a file is: which row has its headings. Guessed, and asked. Pure.

Lists have a title above them, headings over two rows, or none at all. A guess that is
not sure is never acted upon: the page shows the first rows and asks.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from .columns import HEADINGS, tidy
from .grids import Grid, Row, Unreadable

MOST_COLUMNS = 100
MOST_ROWS = 200_000
#: Headings stand among the first rows, or nowhere.
_LOOKED_AT = 40


@dataclass
class Sheet:
    """A row is the line of the file on which it begins, and its cells.

    A row that `strict_rows` does not trust keeps its cells as they are; what is wrong
    with it is said by `what_is_wrong`.
    """

    headings: list[str]
    rows: list[Row]


@dataclass(frozen=True)
class Heading:
    """On which row the headings begin, 0 for none; and over how many rows they go."""

    row: int
    lines: int = 1


def guess(grid: Grid, remembered: Mapping[str, str]) -> tuple[Heading, bool]:
    """Where the headings are, and whether that is sure.

    Sure are headings that we know, in the very first row, with none below them.
    """
    known = HEADINGS | dict(remembered)
    rows = grid.rows[:_LOOKED_AT]
    scores = [_known(cells, known) for _, cells in rows]
    best = scores.index(max(scores))
    if not scores[best]:
        return _without_known(rows), False
    if best and _is_above(rows, best, scores):
        return Heading(rows[best - 1][0], 2), False
    below = rows[best + 1 : best + 2]
    if below and _known(below[0][1], known) == _filled(below[0][1]) > 0:
        return Heading(rows[best][0], 2), False
    return Heading(rows[best][0]), best == 0


def table_of(grid: Grid, heading: Heading) -> Sheet:
    """The table below these headings. Raises Unreadable with a sentence."""
    above = [row for row in grid.rows if heading.row <= row[0]] if heading.row else []
    first, rows = above[: heading.lines], above[heading.lines :]
    if not heading.row:
        width = max(len(cells) for _, cells in grid.rows)
        first, rows = [(0, [""] * width)], grid.rows
    if not first:
        raise Unreadable("That row is not in this file. Choose the headings again.")
    lines = [[" ".join(cell.split()) for cell in cells] for _, cells in first]
    headings = _headings(_joined(lines))
    width = max(map(len, lines))
    fitted = [(number, _fit(cells, len(headings), width)) for number, cells in rows]
    if not fitted:
        raise Unreadable("There are no rows under the headings of this file.")
    if len(fitted) > MOST_ROWS:
        raise Unreadable(
            f"More than {MOST_ROWS:,} rows. Split the file and upload each part."
        )
    return Sheet(headings, fitted)


def _without_known(rows: list[Row]) -> Heading:
    """The first full row, if it has no figures; else the list has no headings."""
    fullest = max(_filled(cells) for _, cells in rows)
    number, cells = next(row for row in rows if _filled(row[1]) == fullest)
    has_figures = any(sign.isdigit() for cell in cells for sign in cell)
    return Heading(0 if has_figures else number)


def _is_above(rows: list[Row], best: int, scores: list[int]) -> bool:
    """Whether the row above the headings groups them: two or more cells, side by side.

    A title or a date of printing is one cell.
    """
    number, cells = rows[best - 1]
    if number != rows[best][0] - 1 or _filled(cells) < 2:
        return False
    return not scores[best - 1] or _filled(cells) < _filled(rows[best][1])


def _known(cells: list[str], known: Mapping[str, str]) -> int:
    return len({tidy(cell) for cell in cells} & known.keys())


def _filled(cells: list[str]) -> int:
    return sum(bool(cell) for cell in cells)


def _joined(lines: list[list[str]]) -> list[str]:
    """One heading for each column; the upper line where the lower says nothing.

    Where two columns are called the same below, the upper line tells them apart.

    >>> _joined([["Name", "Home", "", "Work", ""], ["", "Phone", "Street", "Phone"]])
    ['Name', 'Home Phone', 'Street', 'Work Phone', '']
    """
    if len(lines) == 1:
        return lines[0]
    width = max(map(len, lines))
    upper, lower = ([*line, *[""] * (width - len(line))] for line in lines[:2])
    headings, group = [], ""
    for above, below in zip(upper, lower, strict=True):
        group = above or group
        twice = bool(below) and lower.count(below) > 1
        headings.append(f"{group} {below}".strip() if twice else below or above)
    return headings


def _fit(cells: list[str], headings: int, width: int) -> list[str]:
    """Without the empty cells that a spreadsheet puts under its empty headings."""
    is_whole = len(cells) == width and not any(cells[headings:])
    return cells[:headings] if is_whole else cells


def _headings(cells: list[str]) -> list[str]:
    while cells and not cells[-1] and any(cells):
        cells = cells[:-1]
    if len(cells) > MOST_COLUMNS:
        raise Unreadable(f"More than {MOST_COLUMNS} columns. Is this the right file?")
    headings: list[str] = []
    for place, cell in enumerate(cells, 1):
        heading = cell[:80] or f"Column {place}"
        again = sum(h.partition(" (again ")[0] == heading for h in headings)
        headings.append(f"{heading} (again {again})" if again else heading)
    return headings
