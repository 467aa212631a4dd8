"""A caseload: who is held since when, the last contact, and what comes next."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from ..models import Holding, User
from .last_contacts import Rows, with_last_contact
from .next_steps import Ahead, steps_ahead

#: Sort orders by their code. Each ends in a key that no two share.
SORTED_BY = {
    "": ("quiet_since", "pk"),
    "held": ("from_at", "pk"),
    "name": ("person__known_as", "pk"),
}


@dataclass(frozen=True)
class Held:
    """One line: the holding with its `last_contact`, and the steps."""

    holding: Holding
    ahead: Ahead


def with_contacts(rows: QuerySet[Holding]) -> QuerySet[Holding]:
    """Quiet since the last contact; without one, since they are held."""
    return with_last_contact(rows, person="person_id", otherwise="from_at")


def quiet_for(rows: Rows, weeks: str) -> Rows:
    """Those whom no one was in touch with for so many weeks; all, for “”.

    The rows have `quiet_since`: see `with_last_contact`.
    """
    if not weeks:
        return rows
    return rows.filter(quiet_since__lt=timezone.now() - timedelta(weeks=int(weeks)))


def lines(user: User, holdings: list[Holding]) -> list[Held]:
    """Each with what comes next. A fixed number of queries."""
    ahead = steps_ahead(user, [holding.person_id for holding in holdings])
    return [Held(holding, ahead[holding.person_id]) for holding in holdings]
