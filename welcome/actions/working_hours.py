"""When someone works, and when a team is open: what planning a meeting looks at."""

from datetime import time

from django.db import transaction

from ..audit import trail
from ..audit.settings_payloads import HoursSaid
from ..models import Team, User, WorkingHours
from ..refusals import Refused


@transaction.atomic
def say_working_hours(
    user: User, *, by: User, days: str, starts_at: time | None, ends_at: time | None
) -> None:
    """Their days, and the hours if they like. No days: they have not said."""
    rows = WorkingHours.objects.select_for_update().filter(user=user)
    said = {"days": days, "starts_at": starts_at, "ends_at": ends_at}
    now = rows.values("days", "starts_at", "ends_at").first()
    if now == said or (now is None and not days):
        return
    if days:
        WorkingHours.objects.update_or_create(user=user, defaults=said)
    else:
        rows.delete()
    detail = HoursSaid(days=days)
    trail.record("hours.said", about=user, by=by, site=user.site, detail=detail)


@transaction.atomic
def say_opening_hours(
    team: Team, *, by: User, days: str, starts_at: time, ends_at: time
) -> Team:
    """The days and hours in which the team sees people."""
    team = Team.objects.select_for_update(of=("self",)).get(pk=team.pk)
    if not days or starts_at >= ends_at:
        raise Refused("Say on which days the team is open, and from when to when.")
    said = (days, starts_at, ends_at)
    if said == (team.open_days, team.opens_at, team.closes_at):
        return team
    team.open_days, team.opens_at, team.closes_at = said
    team.save(update_fields=["open_days", "opens_at", "closes_at"])
    trail.record(
        "hours.opening", about=team, by=by, site=team.site, team=team,
        detail=HoursSaid(days=days),
    )  # fmt: skip
    return team
