"""Where a user works: their teams, what they lead, and the place their pages name."""

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


def workplace_of(user: User) -> str:
    """The team or organisation that stands under the site's name."""
    first = next(iter(user.current_memberships), None)
    if first is None:
        return "Administration" if user.is_staff else ""
    if first.role == Role.COMMISSIONER:
        return "Commissioner"
    return str(first.team or first.organisation)
