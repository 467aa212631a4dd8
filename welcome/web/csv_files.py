"""A list as a CSV file that is written while it is read."""

import csv
from collections.abc import Iterable, Iterator, Sequence

from django.http import StreamingHttpResponse
from django.utils import timezone

from ..values.csv_cells import safe_cell

#: More rows than this are no one's own list.
AT_MOST = 1000
_CUT = f"There are more. This file holds the first {AT_MOST:,}: filter the list first."


class _Line:
    """What the csv module writes to: it hands each line back."""

    def write(self, line: str) -> str:
        return line


def stream_csv(
    code: str, headings: Sequence[str], rows: Iterable[Sequence[str]], *, is_cut: bool
) -> StreamingHttpResponse:
    """For a spreadsheet, named after the list and the day and never after anyone."""
    lines = _lines(headings, rows, is_cut)
    response = StreamingHttpResponse(lines, content_type="text/csv; charset=utf-8")
    name = f"{code}-{timezone.localdate():%Y-%m-%d}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response


def _lines(
    headings: Sequence[str], rows: Iterable[Sequence[str]], is_cut: bool
) -> Iterator[str]:
    writer = csv.writer(_Line())
    yield "\ufeff" + str(writer.writerow(headings))
    for row in rows:
        yield str(writer.writerow([safe_cell(cell) for cell in row]))
    if is_cut:
        yield str(writer.writerow([_CUT]))
