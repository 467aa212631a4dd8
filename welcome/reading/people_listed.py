"""The people of a team, as the filters above their list ask."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils import timezone

from ..models import Holding, Person, User
from ..models.people import PersonQuerySet
from .last_contacts import with_last_contact
from .needs import with_need


def people_listed(user: User, asked: Mapping[str, str]) -> PersonQuerySet:
    """Open people unless `state` asks for others; `asked` holds codes we know."""
    people = _in_state(Person.objects.visible_to(user), asked["state"])
    people = _held_by(people, user, asked["held"])
    if asked["need"]:
        people = with_need(people, asked["need"])
    return _quiet(people, asked["quiet"])


def _in_state(people: PersonQuerySet, state: str) -> PersonQuerySet:
    if state == "all":
        return people
    return people.filter(is_open=state != "closed")


def _held_by(people: PersonQuerySet, user: User, code: str) -> PersonQuerySet:
    if not code:
        return people
    now = Holding.objects.now_with_teams_of(user).filter(person=OuterRef("pk"))
    return people.filter(Exists(now.filter(worker=user) if code == "me" else now))


def _quiet(people: PersonQuerySet, weeks: str) -> PersonQuerySet:
    if not weeks:
        return people
    before: Any = timezone.now() - timedelta(weeks=int(weeks))
    dated: Any = with_last_contact(people, person="pk", otherwise="made_at")
    quiet: PersonQuerySet = dated.filter(quiet_since__lt=before)
    return quiet
