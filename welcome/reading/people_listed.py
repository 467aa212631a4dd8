"""The people of a team, as the filters above their list ask."""

from collections.abc import Mapping

from django.db.models import Exists, OuterRef

from ..models import Holding, Person, User
from ..models.people import PersonQuerySet
from .caseload import quiet_for
from .last_contacts import with_last_contact
from .needs import with_need

#: Sort orders by their code. Each ends in a key that no two share.
SORTED_BY = {
    "": ("known_as", "pk"),
    "new": ("-made_at", "-pk"),
    "quiet": ("quiet_since", "pk"),
}


def people_listed(user: User, asked: Mapping[str, str]) -> PersonQuerySet:
    """Open people unless `state` asks for others; `asked` holds codes we know."""
    people = _in_state(Person.objects.visible_to(user), asked["state"])
    people = _held_by(people, user, asked["held"])
    if asked["need"]:
        people = with_need(people, asked["need"])
    if asked["quiet"] or asked["sort"] == "quiet":
        people = with_contacts(people)
    return quiet_for(people, asked["quiet"])


def with_contacts(people: PersonQuerySet) -> PersonQuerySet:
    """Quiet since the last contact; without one, since the record was made."""
    return with_last_contact(people, person="pk", otherwise="made_at")


def _in_state(people: PersonQuerySet, state: str) -> PersonQuerySet:
    if state == "all":
        return people
    return people.filter(is_open=state != "closed")


def _held_by(people: PersonQuerySet, user: User, code: str) -> PersonQuerySet:
    if not code:
        return people
    now = Holding.objects.now_with_teams_of(user).filter(person=OuterRef("pk"))
    return people.filter(Exists(now.filter(worker=user) if code == "me" else now))
