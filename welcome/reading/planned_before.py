"""Meetings that the same form planned a moment ago: pressed twice, they are no clash.

A plan is the same where everything that was typed is: the actions know it by that too.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from ..models import Introduction, Meeting, Person, User

#: With whom, and when.
Times = Iterable[tuple[Introduction | Person, datetime]]


def planned_before(
    times: Times, *, who: User, how: str, place: str, in_series: bool = False
) -> dict[UUID, datetime]:
    """The keys and times of those of these meetings that are planned already."""
    wanted = {(about.pk, at) for about, at in times}
    keys = {key for key, _ in wanted}
    rows = Meeting.objects.planned().filter(
        Q(person__in=keys) | Q(introduction__in=keys),
        who=who, how=how, place=place, at__in={at for _, at in wanted},
    )  # fmt: skip
    if in_series:
        rows = rows.filter(series__isnull=False)
    found = rows.values_list("pk", "person", "introduction", "at")
    return {
        key: at
        for key, person, introduction, at in found
        if (person or introduction, at) in wanted
    }
