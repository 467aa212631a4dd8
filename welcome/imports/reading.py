"""A spreadsheet saved as CSV, in whatever way: its headings and rows. Pure."""

import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from .strict_rows import BrokenQuotes, has_line_break, strict_rows

#: Larger lists come in parts: a page cannot wait for ever.
LARGEST = 25_000_000
MOST_COLUMNS = 100
MOST_ROWS = 200_000
_SEPARATORS = ",;\t|"
_AS_CSV = "Save it as “CSV UTF-8” in your spreadsheet program, and choose that file."


class Unreadable(ValueError):
    """The file as a whole cannot be read. Its message is for whoever chose it."""


@dataclass
class Sheet:
    """A row is the line of the file on which it begins, and its cells.

    A row that `strict_rows` does not trust keeps its cells as they are; what is wrong
    with it is said by `what_is_wrong`.
    """

    headings: list[str]
    rows: list[tuple[int, list[str]]]


def read(content: bytes) -> Sheet:
    """Headings and rows. Raises Unreadable with a sentence.

    >>> read("Name;Born\\nAmina;1992\\n\\n".encode("utf-8-sig"))
    Sheet(headings=['Name', 'Born'], rows=[(2, ['Amina', '1992'])])
    """
    if len(content) > LARGEST:
        raise Unreadable(
            "This file is larger than 25 MB. Split it and upload each part."
        )
    text = decode(content)
    separator, text = _separator(text)
    try:
        return _sheet(strict_rows(text, separator))
    except BrokenQuotes as broken:
        raise Unreadable(str(broken)) from None


def _sheet(lines: Iterator[tuple[int, list[str]]]) -> Sheet:
    _, first = next(lines, (0, []))
    if len(first) == 1 and has_line_break(first[0]):
        raise Unreadable("A quotation mark joins the headings to the rows below.")
    headings = _headings([" ".join(cell.split()) for cell in first])
    rows = [(line, _fit(cells, len(headings), len(first))) for line, cells in lines]
    if not rows:
        raise Unreadable("There are no rows under the headings of this file.")
    if len(rows) > MOST_ROWS:
        raise Unreadable(
            f"More than {MOST_ROWS:,} rows. Split the file and upload each part."
        )
    return Sheet(headings, rows)


def decode(content: bytes) -> str:
    """The text, from UTF-8 with or without its mark, UTF-16, or Windows-1252.

    >>> decode("Zoë".encode("cp1252")), decode("Zoë".encode("utf-16"))
    ('Zoë', 'Zoë')
    """
    if not content.strip():
        raise Unreadable("This file is empty.")
    if content.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise Unreadable(f"This is not a CSV file. {_AS_CSV}")
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for way in ["utf-16"] if is_wide else ["utf-8-sig", "cp1252"]:
        with suppress(UnicodeDecodeError):
            text = content.decode(way)
            if "\x00" not in text:
                return text
    raise Unreadable(f"The letters of this file cannot be read. {_AS_CSV}")


def _separator(text: str) -> tuple[str, str]:
    """Which sign parts the cells, and the text without Excel's own line about it.

    The one that makes most cells in the first row; among equals, the one by which
    most of the next rows have as many.
    """
    if text[:4].lower() == "sep=" and text[4:5] in tuple(_SEPARATORS):
        return text[4], "\n" + text.partition("\n")[2]  # so that lines are counted
    return max(_SEPARATORS, key=lambda sign: _fits(text, sign)), text


def _fits(text: str, separator: str) -> tuple[int, int]:
    start = io.StringIO(text[:20_000], newline="")
    rows = csv.reader(start, delimiter=separator)
    try:
        widths = [len(row) for row, _ in zip(rows, range(20), strict=False) if row]
    except csv.Error:
        return 0, 0
    return (widths[0], widths.count(widths[0])) if widths else (0, 0)


def _fit(cells: list[str], headings: int, width: int) -> list[str]:
    """Without the empty cells that a spreadsheet puts under its empty headings."""
    is_whole = len(cells) == width and not any(cells[headings:])
    return cells[:headings] if is_whole else cells


def _headings(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    if len(cells) > MOST_COLUMNS:
        raise Unreadable(f"More than {MOST_COLUMNS} columns. Is this the right file?")
    headings: list[str] = []
    for place, cell in enumerate(cells, 1):
        heading = cell[:80] or f"Column {place}"
        again = sum(h.partition(" (again ")[0] == heading for h in headings)
        headings.append(f"{heading} (again {again})" if again else heading)
    return headings
