"""People whom a team holds, and for whom no one there can be asked for by name."""

from django.db.models import Exists, OuterRef, QuerySet

from ..models import Holding, Membership, User


def with_nobody_named(user: User) -> QuerySet[Holding]:
    """Of this user's teams: no name, or the name of someone who has left."""
    still_here = Membership.objects.current().filter(
        user_id=OuterRef("worker_id"), team_id=OuterRef("team_id"), user__is_active=True
    )
    held = Holding.objects.now_with_teams_of(user)
    return held.filter(~Exists(still_here))
