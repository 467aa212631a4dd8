"""Counting many lists in one query, and none of them further than a page says."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet

#: More is shown as “99+”.
MOST = 99


def bounded_counts(lists: Mapping[str, QuerySet[Any]]) -> dict[str, int]:
    """How many rows each list has, up to one more than `MOST`. One query for all.

    The ORM counts one list with one query; here each is a subselect of the same one.
    """
    parts: list[str] = []
    params: list[Any] = []
    asked: list[str] = []
    for name, rows in lists.items():
        found = _first_keys(rows)
        if found:
            parts.append(f"(SELECT count(*) FROM ({found[0]}) AS counted)")
            params += found[1]
            asked.append(name)
    counted = _read(", ".join(parts), params) if parts else ()
    return dict.fromkeys(lists, 0) | dict(zip(asked, counted, strict=True))


def in_figures(count: int) -> str:
    """
    >>> in_figures(12), in_figures(99), in_figures(100)
    ('12', '99', '99+')
    """
    return str(count) if count <= MOST else f"{MOST}+"


class Cut(NamedTuple):
    """The first rows of a list; `figures` says how many there are in all."""

    rows: list[Any]
    figures: str
    is_cut: bool


def first_of(rows: QuerySet[Any], at_most: int) -> Cut:
    """One query, and a second one only where there are more."""
    found = list(rows[: at_most + 1])
    if len(found) <= at_most:
        return Cut(found, str(len(found)), False)
    count = bounded_counts({"all": rows})["all"]
    return Cut(found[:at_most], in_figures(count), True)


def _first_keys(rows: QuerySet[Any]) -> tuple[str, tuple[Any, ...]] | None:
    """SQL for the keys that are counted; None where Django knows there are none."""
    try:
        return rows.order_by().values("pk")[: MOST + 1].query.sql_with_params()
    except EmptyResultSet:
        return None


def _read(columns: str, params: list[Any]) -> tuple[int, ...]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns}", params)
        row: tuple[int, ...] = cursor.fetchone()
    return row
