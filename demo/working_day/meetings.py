"""Meetings that the home team has planned: one past, some this week, and a series."""

from datetime import date, timedelta
from random import Random
from uuid import UUID

from welcome.actions.meeting_rows import happened, unsaved_meeting
from welcome.models import Person, User
from welcome.values.series import days_of

from ..lives.hours import at_work, first_working_day, moment, working_days_before
from ..rows import Rows, new_id
from ..towns.towns import Town

_PLACE = "The back room"
#: Days from today, the hour, how, and where.
_THIS_WEEK = [
    (0, 15, "ours", _PLACE),
    (1, 10, "home", ""),
    (2, 14, "outdoors", "The gate of the park"),
    (4, 11, "ours", _PLACE),
]


def meetings(rows: Rows, town: Town, today: date) -> None:
    """With people whom the first team holds, each with someone who works there."""
    rng, home = Random("meetings"), town.teams[0]
    people = [p for p in rows.of[Person] if p.team_id == home.team.pk and p.is_open]
    people = sorted(people, key=lambda person: person.reference)[: len(_THIS_WEEK) + 2]
    if len(people) < 2:
        return
    past, regular, *others = people
    by, nation = home.people[0], town.site.nation
    last = working_days_before(today, 2, nation)
    _plan(rows, rng, past, by, today, [(last, 10)], "ours", _PLACE)
    start = first_working_day(today + timedelta(days=3), nation)
    days = days_of(start, 1, 6, nation).kept
    series = [(day, 13) for day in days]
    _plan(rows, rng, regular, by, today, series, "ours", _PLACE, new_id(rng))
    for person, (ahead, hour, how, place) in zip(others, _THIS_WEEK, strict=False):
        day = first_working_day(today + timedelta(days=ahead), nation)
        who = home.people[ahead % len(home.people)]
        _plan(rows, rng, person, who, today, [(day, hour)], how, place)


def _plan(
    rows: Rows, rng: Random, person: Person, who: User, today: date,
    times: list[tuple[date, int]], how: str, place: str, series: UUID | None = None,
) -> None:  # fmt: skip
    planned_at = at_work(rng, working_days_before(today, 4, "scotland"), "scotland")
    made = [
        rows.add(
            unsaved_meeting(
                person, pk=new_id(rng), by=who, planned_at=planned_at, who=who,
                at=moment(day, hour), how=how, place=place, series=series,
            )
        )
        for day, hour in times
    ]  # fmt: skip
    first, count = made[0], len(made)
    rows.add(happened("meeting.planned", first, by=who, at=planned_at, times=count))
