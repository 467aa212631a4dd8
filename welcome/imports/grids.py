"""A file as rows of cells, before anyone has said where its table is. Pure."""

import csv
import io
from dataclasses import dataclass, field

from .letters import Letters
from .strict_rows import BrokenQuotes, strict_rows

_SEPARATORS = ",;\t|"
#: The number of a row in the file, and its cells as words.
Row = tuple[int, list[str]]


class Unreadable(ValueError):
    """The file as a whole cannot be read. Its message is for whoever chose it."""


@dataclass(frozen=True)
class SheetFound:
    """One sheet of a spreadsheet: its name, and how many rows say something."""

    name: str
    rows: int
    is_hidden: bool = False


@dataclass(frozen=True)
class Grid:
    """Every row that says something, of a CSV file or of one sheet."""

    rows: list[Row]
    #: Where there is a doubt: each way the letters may be meant, with some words by it.
    letters: list[tuple[str, str]] = field(default_factory=list)
    sheet: str = ""
    sheets: list[SheetFound] = field(default_factory=list)
    #: None where the format does not let us know.
    hidden_rows: int | None = 0

    @property
    def is_doubtful(self) -> bool:
        """Whether someone should look at it before its rows are taken."""
        full = [sheet for sheet in self.sheets if sheet.rows]
        return bool(self.letters or self.hidden_rows or len(full) > 1)


def grid_of(letters: Letters) -> Grid:
    """A CSV file's rows. Raises Unreadable with the line where it is broken.

    >>> from .letters import read_letters
    >>> grid_of(read_letters(b"Our list\\n\\nName;Born\\nAmina;1992\\n")).rows
    [(1, ['Our list']), (3, ['Name', 'Born']), (4, ['Amina', '1992'])]
    """
    separator, text = _separator(letters.text)
    try:
        rows = list(strict_rows(text, separator))
    except BrokenQuotes as broken:
        raise Unreadable(str(broken)) from None
    return Grid(rows, list(letters.asks))


def _separator(text: str) -> tuple[str, str]:
    """Which sign parts the cells, and the text without Excel's own line about it.

    The one by which most rows have as many cells, more than one; among equals, the
    one that makes most of them.
    """
    if text[:4].lower() == "sep=" and text[4:5] in tuple(_SEPARATORS):
        return text[4], "\n" + text.partition("\n")[2]  # so that lines are counted
    return max(_SEPARATORS, key=lambda sign: _fits(text, sign)), text


def _fits(text: str, separator: str) -> tuple[int, int]:
    """In how many of the first rows the usual number of cells is found; and which."""
    start = io.StringIO(text[:20_000], newline="")
    rows = csv.reader(start, delimiter=separator)
    try:
        widths = [len(row) for row, _ in zip(rows, range(30), strict=False) if row]
    except csv.Error:
        return 0, 0
    wide = [width for width in widths if width > 1]
    usual = max(wide, key=lambda width: (wide.count(width), width), default=0)
    return wide.count(usual), usual
