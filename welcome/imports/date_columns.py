"""Columns of a list whose dates may have the month first: asked once for each."""

from collections.abc import Sequence

from ..models import Import
from ..values.date_order import Order, order_of
from .columns import DATES

#: The rows that are looked at; a list is in one order throughout, or in none.
_LOOKED_AT = 2_000


def doubtful(taken: Import) -> dict[int, Order]:
    """By its place: each column of which it must be said, and what its dates say."""
    rows = taken.rows.order_by("number").values_list("cells", flat=True)[:_LOOKED_AT]
    columns: list[list[str]] = [[] for _ in taken.headings]
    for cells in rows:
        for place, cell in enumerate(cells[: len(columns)]):
            columns[place].append(cell)
    orders = {place: order_of(column) for place, column in enumerate(columns)}
    return {place: one for place, one in orders.items() if one != Order.DAY_FIRST}


def certain(taken: Import) -> list[int]:
    """The places where every date that can be read in one way has the month first."""
    return [
        place for place, order in doubtful(taken).items() if order == Order.MONTH_FIRST
    ]


def codes_of(places: Sequence[int], codes: Sequence[str]) -> list[str]:
    """What these columns are, of those that hold dates."""
    return [codes[place] for place in places if codes[place] in DATES]
