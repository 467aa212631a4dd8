"""Go through many rows, whatever can be done with each: none stays in the way."""

from collections.abc import Iterator
from typing import Any, TypeVar

from django.db.models import Model, Q, QuerySet

Row = TypeVar("Row", bound=Model)

#: So many rows are in memory at once.
SIZE = 500


def in_batches(rows: "QuerySet[Row]", by: str = "pk") -> Iterator[Row]:
    """Each row once, the lowest `by` first. The next batch begins after the last row.

    A row with which nothing can be done now is passed, and met again on the next run.
    """
    left = rows = rows.order_by(by) if by == "pk" else rows.order_by(by, "pk")
    while batch := list(left[:SIZE]):
        yield from batch
        left = rows.filter(_after(batch[-1], by))


def _after(row: Any, by: str) -> Q:
    if by == "pk":
        return Q(pk__gt=row.pk)
    value = getattr(row, by)
    return Q(**{f"{by}__gt": value}) | Q(**{by: value, "pk__gt": row.pk})
