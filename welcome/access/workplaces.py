"""Where a user works: their teams, what they lead, and the place their pages name."""

from uuid import UUID

from django.db.models import Count, QuerySet

from ..models import Role, Team, User
from ..refusals import Refused

_NO_TEAM = "Your account isn’t in a Welcome Team yet."


def team_of(user: User, *, without: str = _NO_TEAM) -> Team:
    """The team that this user acts for. Refused with `without` if there is none."""
    if user.first_team is None:
        raise Refused(without)
    return user.first_team


def teams_led_by(user: User) -> list[Team]:
    """The teams whose lead this user is: their lists may be brought over."""
    return [m.team for m in user.current_memberships if m.team and m.role == Role.LEAD]


def workers_in(*teams: UUID) -> QuerySet[User]:
    """Who works in one of these teams now, in the order of their names."""
    here = User.objects.filter(
        memberships__team__in=teams, memberships__ended_at=None, is_active=True
    )
    return here.distinct().order_by("name", "pk")


def colleagues_in_teams_of(user: User) -> QuerySet[User]:
    """Who works in this user's teams, and the user too."""
    return workers_in(*user.team_ids)


def workers_in_each(teams: set[UUID]) -> QuerySet[User]:
    """Who works now in every one of these teams, by name."""
    here = User.objects.filter(
        memberships__team__in=teams, memberships__ended_at=None, is_active=True
    )
    here = here.annotate(in_teams=Count("memberships__team", distinct=True))
    return here.filter(in_teams=len(teams)).order_by("name", "pk")


def workplace_of(user: User) -> str:
    """The team or organisation that stands under the site's name."""
    first = next(iter(user.current_memberships), None)
    if first is None:
        return "Administration" if user.is_staff else ""
    if first.role == Role.COMMISSIONER:
        return "Commissioner"
    return str(first.team or first.organisation)
