"""Reads one sheet of a spreadsheet, as a program of its own with little memory. Pure.

A spreadsheet is a packed file and may be a trap: a few megabytes that unfold to many.
So it is opened in a process that may take neither much memory nor much time. In goes
the file; out come a line about its sheets, and a line of JSON for each row.
"""

import io
import json
import resource
import sys
import zipfile
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import Any

from .grids import Unreadable
from .hidden_rows import count_hidden
from .strict_rows import tidy_cell

#: Bytes that all its parts may come to, unpacked.
_UNPACKED = 200_000_000
#: Bytes of memory, and seconds of a processor, for the process that reads it.
_MEMORY, _SECONDS = 1_200_000_000, 90
_PACKED, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
#: The exit code where the file, and not the program, is at fault.
REFUSED = 3
_TOO_LARGE = (
    "This spreadsheet is too large when it is opened. Copy the list into a new file, "
    "or save it as “CSV UTF-8”."
)
_BROKEN = (
    "We can’t open this spreadsheet: the file is damaged or has a password. Open it in "
    "your spreadsheet program and save it again."
)


def is_spreadsheet(content: bytes) -> bool:
    """Whether it begins as .xlsx, .ods or .xls does."""
    return content.startswith((_PACKED, _OLD))


def refuse_bomb(content: bytes) -> None:
    """Raises Unreadable where its parts unfold to too much, before any is unpacked."""
    if not content.startswith(_PACKED):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise Unreadable(_BROKEN) from None
    names = {part.filename for part in parts}
    if not names & {"xl/workbook.xml", "xl/workbook.bin", "content.xml"}:
        raise Unreadable("This is not a spreadsheet. Choose .xlsx, .xls, .ods or CSV.")
    if sum(part.file_size for part in parts) > _UNPACKED:
        raise Unreadable(_TOO_LARGE)


def main() -> int:
    """Read standard input; write the chosen sheet, or the sentence why not."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    content, asked = sys.stdin.buffer.read(), "".join(sys.argv[1:2])
    try:
        refuse_bomb(content)
        for line in _lines(content, asked):
            sys.stdout.write(json.dumps(line, ensure_ascii=True) + "\n")
    except Unreadable as problem:
        sys.stdout.write(json.dumps(str(problem)) + "\n")
        return REFUSED
    except MemoryError:
        sys.stdout.write(json.dumps(_TOO_LARGE) + "\n")
        return REFUSED
    return 0


def _lines(content: bytes, asked: str) -> Iterator[object]:
    """First what sheets there are and which one this is; then its rows."""
    from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = {
            data.name: list(_rows(book.get_sheet_by_name(data.name).to_python(
                skip_empty_area=False
            )))
            for data in book.sheets_metadata
        }  # fmt: skip
    except (CalamineError, ValueError, OSError):
        raise Unreadable(_BROKEN) from None
    seen = [
        data.name
        for data in book.sheets_metadata
        if data.visible == SheetVisibleEnum.Visible
    ]
    if not any(sheets.values()):
        raise Unreadable("This spreadsheet is empty.")
    likely = max(seen or sheets, key=lambda name: len(sheets[name]))
    name = asked if asked in sheets else likely
    yield {
        "sheet": name,
        "sheets": [[one, len(rows), one not in seen] for one, rows in sheets.items()],
        "hidden_rows": count_hidden(content, name),
    }
    yield from sheets[name]


def _rows(sheet: list[list[Any]]) -> Iterator[tuple[int, list[str]]]:
    for number, values in enumerate(sheet, 1):
        cells = [tidy_cell(words(value)) for value in values]
        if any(cells):
            yield number, cells


def words(value: Any) -> str:
    """What a cell shows: a day as a day, a whole number without a point.

    >>> words(7700900112.0), words(True), words(datetime(1992, 5, 3)), words(1.5)
    ('7700900112', 'yes', '1992-05-03', '1.5')
    """
    return _SHOWN.get(type(value), str)(value)


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() else f"{value:.15g}"


def _moment(value: datetime) -> str:
    if value.time() == time():
        return value.date().isoformat()
    return value.isoformat(" ", "minutes")


_SHOWN: dict[type, Callable[[Any], str]] = {
    bool: lambda value: "yes" if value else "no",
    float: _number,
    datetime: _moment,
    date: date.isoformat,
    time: lambda value: value.isoformat("minutes"),
}


if __name__ == "__main__":
    sys.exit(main())
