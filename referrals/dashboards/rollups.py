"""Counting up: the trail, month by month, into `MonthCount`, all that a page reads.

It can be rung at any time and any number of times: each run throws away the months
that it counts and counts them again, in one transaction, so that a reader always sees
a whole count. Several at once wait for each other.
"""

import json
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Min
from django.utils import timezone

from welcome.models import Event, Site

from ..models import MonthCount
from .adding_up import ADD_UP, FROM_EVENTS, FROM_HOLDINGS, NOUGHTS
from .breakdowns import BROAD_OF
from .counting import COUNTING
from .measures import MEASURES
from .periods import later, month_of

#: Any whole number, as long as nothing else in the house uses it.
_ONE_AT_A_TIME = 7_041_776


@dataclass(frozen=True)
class Asked:
    """What the SQL of every measure is given."""

    since: date
    until: date
    sites: list[UUID]
    broad: str
    measures: list[str]


def count_up(*, whole_history: bool = False) -> int:
    """Count the last two months, and whatever came before them and was never counted.

    Returns how many rows the counted months have now.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_ONE_AT_A_TIME])
        # whole tables are joined: right after much was loaded the planner does not
        # know that yet, and would go through them row by row for many minutes
        cursor.execute("SET LOCAL enable_nestloop = off")
        first = _first_month()
        if first is None:
            return 0
        since = first if whole_history else _first_to_count(first)
        MonthCount.objects.filter(month__gte=since).delete()
        asked = Asked(
            since=since,
            until=month_of(timezone.localdate()),
            sites=list(Site.objects.values_list("pk", flat=True)),
            broad=json.dumps(BROAD_OF),
            measures=list(MEASURES),
        )
        for measure in MEASURES:
            _count(cursor, measure, asked)
        cursor.execute(NOUGHTS, vars(asked))
        return MonthCount.objects.filter(month__gte=since).count()


def _count(cursor: Any, measure: str, asked: Asked) -> None:
    counting = COUNTING.get(measure)
    if counting is None:
        rows, what = FROM_HOLDINGS, []
    else:
        rows, what = FROM_EVENTS.format(**vars(counting)), list(counting.what)
    also = {"measure": measure, "what": what}
    cursor.execute(ADD_UP.format(rows=rows), vars(asked) | also)


def _first_month() -> date | None:
    """The month of the first event at any site."""
    first = Event.objects.exclude(site=None).aggregate(first=Min("at"))["first"]
    return month_of(timezone.localdate(first)) if first else None


def _first_to_count(first: date) -> date:
    """Last month, or the earliest month in which some measure was never counted."""
    last_month = later(month_of(timezone.localdate()), -1)
    wholes = MonthCount.objects.filter(breakdown="")
    counted = set(wholes.values_list("month", "measure").distinct())
    month = first
    while month < last_month:
        if any((month, measure) not in counted for measure in MEASURES):
            return month
        month = later(month, 1)
    return last_month
