"""Rows that were not brought over, handed back as a file with the reasons."""

import csv
from collections.abc import Iterator
from typing import Protocol

from ..models import Import, ImportRow
from ..values.csv_cells import safe_cell
from .columns import REASON


class Out(Protocol):
    def write(self, text: str, /) -> object: ...


def write_csv(taken: Import, out: Out) -> int:
    """The same columns as came in, and why. Returns how many rows it holds."""
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow([safe_cell(heading) for heading in [*taken.headings, REASON]])
    count = 0
    for cells, reason in _rows(taken):
        writer.writerow([*map(safe_cell, cells), safe_cell(reason)])
        count += 1
    return count


def _rows(taken: Import) -> Iterator[tuple[list[str], str]]:
    width = len(taken.headings)
    rows = taken.rows.not_brought().select_related("twin").order_by("number")
    for row in rows.iterator(chunk_size=2000):
        cells = [*row.cells, *[""] * width][: max(width, len(row.cells))]
        yield cells, reason_of(row)


def reason_of(row: ImportRow) -> str:
    """In a sentence. Another team's person is named by a reference alone."""
    if row.choice == ImportRow.Choice.LEAVE:
        return "Left out, as it was chosen."
    if row.twin:
        return f"May be the same as {row.twin.reference}. {row.why}"
    return row.why
