"""Whose caseload a user may see: their own; a lead, that of everyone in the team."""

from uuid import UUID

from django.db.models import QuerySet

from ..models import Holding, Person, User
from ..reading.without_named_worker import with_nobody_named
from .workplaces import teams_led_by

#: Codes of an address beside the key of a worker.
TEAM, NO_ONE = "team", "no-one"


def caseload_of(user: User, whose: str = "") -> QuerySet[Holding]:
    """The people held now by this user, or by whom their lead has chosen."""
    mine = Holding.objects.now_with_teams_of(user)
    if not whose:
        return mine.filter(worker=user)
    led = [team.pk for team in teams_led_by(user)]
    if whose == NO_ONE:
        return with_nobody_named(user).filter(team__in=led)
    led_by_user = mine.filter(team__in=led)
    return led_by_user if whose == TEAM else led_by_user.filter(worker=UUID(whose))


def workers_led_by(user: User) -> list[User]:
    """Who works in the teams that this user leads, by name. No one for others."""
    led = teams_led_by(user)
    if not led:
        return []
    here = User.objects.filter(
        memberships__team__in=led, memberships__ended_at=None, is_active=True
    )
    return list(here.exclude(pk=user.pk).distinct().order_by("name", "pk"))


def held_among(user: User, keys: list[UUID]) -> list[Person]:
    """Those of them whom this user's teams hold now, in the order of the keys."""
    held = Holding.objects.now_with_teams_of(user).filter(person__in=keys)
    people = Person.objects.filter(pk__in=held.values("person"))
    people = people.select_related("team__site", "site", "contact_wish")
    return sorted(people, key=lambda person: keys.index(person.pk))
