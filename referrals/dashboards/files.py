"""A finding as a file: the same numbers as on its page, and not one more."""

import csv
from collections.abc import Iterator

from django.http import HttpResponse

from .findings import Finding

_HEADINGS = ["Place", "Question", "Table", "Row", "Counted", "Count", "Value", "Unit"]


def as_csv(finding: Finding) -> HttpResponse:
    """For a spreadsheet: with a mark that says UTF-8, and “*” for what is hidden."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    where = finding.place.site.slug if finding.place.site else "programme"
    name = f"{finding.measure.slug}-{where}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response.write("\ufeff")
    writer = csv.writer(response)
    writer.writerow(_HEADINGS)
    writer.writerows(_rows(finding))
    return response


def _rows(finding: Finding) -> Iterator[list[str]]:
    measure = finding.measure
    for table, row, people, value in _numbers(finding):
        yield [
            finding.place.name,
            measure.question,
            table,
            row,
            measure.many,
            _or_star(people),
            _or_star(value),
            measure.unit,
        ]


def _numbers(finding: Finding) -> Iterator[tuple[str, str, int | None, int | None]]:
    for dot in finding.dots:
        yield "By time", dot.span.words, dot.people, dot.value
    when = finding.window.words if finding.window else ""
    for split in finding.splits:
        for label, seen in split.rows:
            yield f"{split.heading}, {when}", label, seen.people, seen.value


def _or_star(number: int | None) -> str:
    return "*" if number is None else str(number)
