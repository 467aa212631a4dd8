"""A spreadsheet saved as CSV, in whatever way: its headings and rows. Pure."""

import csv
import io
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

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
    headings: list[str]
    #: What the spreadsheet calls the row, and its cells.
    rows: list[tuple[int, list[str]]]


def read(content: bytes) -> Sheet:
    """Headings and rows. Raises Unreadable with a sentence.

    >>> read("Name;Born\\nAmina;1992\\n\\n".encode("utf-8-sig"))
    Sheet(headings=['Name', 'Born'], rows=[(2, ['Amina', '1992'])])
    """
    if len(content) > LARGEST:
        raise Unreadable("This file is larger than 25 MB. Bring it over in parts.")
    text = decode(content)
    separator, text = _separator(text)
    lines = _lines(text, separator)
    _, first = next(lines, (0, []))
    headings = _headings(first)
    rows = list(lines)
    if not rows:
        raise Unreadable("There are no rows under the headings of this file.")
    if len(rows) > MOST_ROWS:
        raise Unreadable(f"More than {MOST_ROWS:,} rows. Bring it over in parts.")
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
        return text[4], text.partition("\n")[2]
    return max(_SEPARATORS, key=lambda sign: _fits(text, sign)), text


def _fits(text: str, separator: str) -> tuple[int, int]:
    start = io.StringIO(text[:20_000], newline="")
    rows = csv.reader(start, delimiter=separator)
    try:
        widths = [len(row) for row, _ in zip(rows, range(20), strict=False) if row]
    except csv.Error:
        return 0, 0
    return (widths[0], widths.count(widths[0])) if widths else (0, 0)


def _lines(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that says something, tidied, with its place in the spreadsheet."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            tidied = [_tidy(cell) for cell in cells]
            if any(tidied):
                yield number, tidied
    except csv.Error:
        raise Unreadable(
            f"After row {number} a quotation mark is opened and never closed."
        ) from None


def _tidy(cell: str) -> str:
    """Without the spaces around it, and the mark that kept it from being a formula."""
    cell = cell.replace("\xa0", " ").strip()
    return cell[1:] if cell[:1] == "'" and cell[1:2] in tuple("=+-@") else cell


def _headings(cells: list[str]) -> list[str]:
    while cells and not cells[-1]:
        cells.pop()
    if len(cells) > MOST_COLUMNS:
        raise Unreadable(f"More than {MOST_COLUMNS} columns. Is this the right file?")
    headings: list[str] = []
    for place, cell in enumerate(cells, 1):
        heading = cell[:80] or f"Column {place}"
        again = sum(h.partition(" (again ")[0] == heading for h in headings)
        headings.append(f"{heading} (again {again})" if again else heading)
    return headings
