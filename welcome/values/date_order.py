"""Whether a column of dates has the day or the month first. Pure."""

from collections.abc import Iterable
from enum import StrEnum

from .date_words import NotADate, figures_of, pieces_of, without_time

_LAST_MONTH = 12


class Order(StrEnum):
    """What a column's own dates say."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    CONTRADICTORY = "contradictory"
    AMBIGUOUS = "ambiguous"


def order_of(texts: Iterable[str]) -> Order:
    """Certain from one date that can be read in one way only; ask about the others.

    A column in which no date can be misread has the day first: there is nothing to ask.

    >>> order_of(["3/5/1992", "25/12/1980"]).value, order_of(["3/5/1992"]).value
    ('day_first', 'ambiguous')
    >>> order_of(["3/5/92", "12/25/80"]).value, order_of(["25/12/80", "12/25/80"]).value
    ('month_first', 'contradictory')
    >>> order_of(["3 May 1992", "1992-05-03", "5/5/92", "unknown"]).value
    'day_first'
    """
    found = {_said_by(text) for text in texts}
    if {Order.DAY_FIRST, Order.MONTH_FIRST} <= found:
        return Order.CONTRADICTORY
    for order in (Order.DAY_FIRST, Order.MONTH_FIRST, Order.AMBIGUOUS):
        if order in found:
            return order
    return Order.DAY_FIRST


def _said_by(text: str) -> Order | None:
    """What one date says of its column; None where it says nothing."""
    try:
        numbers, _ = pieces_of(without_time(text))
        if len(numbers) == 1:
            numbers = figures_of(numbers[0])
    except NotADate:
        return None
    if len(numbers) != 3 or max(map(len, numbers[:2])) > 2:
        return None
    first, second = int(numbers[0]), int(numbers[1])
    if first == second or min(first, second) > _LAST_MONTH:
        return None
    if max(first, second) <= _LAST_MONTH:
        return Order.AMBIGUOUS
    return Order.DAY_FIRST if first > second else Order.MONTH_FIRST
