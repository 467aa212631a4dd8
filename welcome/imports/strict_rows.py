"""Rows of a CSV file, read strictly: no quotation mark moves words elsewhere. Pure.

A quotation mark that is opened by mistake takes in the rows below it, until the next
one. So a mark is trusted only around a whole cell; a file in which one is open at the
end, or closed in the middle of a cell, is refused whole, because from there on no one
knows which words are inside. A row over several lines is trusted only while none of
its cells holds the separator as well: else those lines may have been rows.
"""

import csv
import io
from collections.abc import Iterator

from ..values.text_cleaning import clean

_MISPLACED = (
    "A quotation mark is out of place in this row, or joins it to the rows below. "
    "Remove the mark, or the line breaks inside the cell."
)


class BrokenQuotes(ValueError):
    """A quotation mark makes the rest of the file uncertain. Says on which line."""


def strict_rows(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that says something: the line on which it begins, and its tidied cells.

    A row that cannot be trusted comes as one cell, its words as they are in the file:
    see `what_is_wrong`. Raises BrokenQuotes.

    >>> list(strict_rows('Name,Notes\\nAmina,"Tea, please"\\n', ","))
    [(1, ['Name', 'Notes']), (2, ['Amina', 'Tea, please'])]
    """
    lines = io.StringIO(text, newline="")
    reader = csv.reader(lines, delimiter=separator, strict=True)
    begins = 1
    try:
        for cells in reader:
            if any(map(str.strip, cells)):
                yield begins, _trusted(cells, separator)
            begins = reader.line_num + 1
    except csv.Error:
        raise BrokenQuotes(
            f"On line {begins} a quotation mark is opened and not closed at the end of "
            "its cell, so we can’t tell the rows below it apart. Remove the mark or "
            "close it, then choose the file again."
        ) from None


def what_is_wrong(cells: list[str], headings: int) -> str:
    """Why a row cannot be trusted to be one row, in a sentence; or nothing.

    >>> what_is_wrong(["Amina", "1992"], 3)
    'There are 2 cells in this row, and 3 headings: is a separator out of place?'
    """
    if len(cells) == 1 and has_line_break(cells[0]):
        return _MISPLACED
    if len(cells) == 1 < headings and '"' in cells[0]:
        return _MISPLACED
    if len(cells) != headings:
        number = f"{len(cells)} cell" if len(cells) == 1 else f"{len(cells)} cells"
        is_or_are = "is" if len(cells) == 1 else "are"
        return (
            f"There {is_or_are} {number} in this row, and {headings} headings: "
            "is a separator out of place?"
        )
    return ""


def has_line_break(cell: str) -> bool:
    """Whether the cell goes over several lines."""
    return "\n" in cell or "\r" in cell


def _trusted(cells: list[str], separator: str) -> list[str]:
    """The cells, tidied; or all their words as one cell, where they may be rows."""
    goes_on = any(map(has_line_break, cells))
    if goes_on and any(separator in cell for cell in cells):
        return [separator.join(cells)]
    if len(cells) > 1 and any(cell.lstrip()[:1] == '"' != cell[:1] for cell in cells):
        return [separator.join(cells)]  # behind a blank a mark holds nothing together
    return [tidy_cell(cell) for cell in cells]


def tidy_cell(cell: str) -> str:
    """Without the spaces around it, and the mark that kept it from being a formula."""
    cell = clean(cell).strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@") else cell
