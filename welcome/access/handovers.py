"""Which side of a handover a user is on: who answers it, and who may take it back."""

from dataclasses import dataclass
from uuid import UUID

from django.shortcuts import get_object_or_404

from ..models import Handover, Person, User


@dataclass(frozen=True)
class Side:
    """What a handover's page may offer this user."""

    to_answer: bool
    is_ours: bool
    is_held_here: bool


def side_of(user: User, handover: Handover) -> Side:
    return Side(
        to_answer=handover.is_open and handover.is_for(user),
        is_ours=handover.is_from(user),
        is_held_here=handover.person.team_id in user.team_ids,
    )


def handover_to_answer(user: User, pk: UUID) -> Handover:
    """To be answered by this user's team; a colleague's is refused by the action."""
    rows = Handover.objects.visible_to(user)
    return get_object_or_404(rows.filter(to_team_id__in=user.team_ids), pk=pk)


def handover_offered(user: User, pk: UUID) -> Handover:
    """Asked by this user's team, which may take it back."""
    rows = Handover.objects.visible_to(user)
    return get_object_or_404(rows.filter(from_team_id__in=user.team_ids), pk=pk)


def may_name_themselves(user: User, person: Person) -> bool:
    """Whether this user's team holds the person, and someone else is asked for."""
    held = person.holding
    return bool(held and held.team_id == person.team_id and held.worker_id != user.pk)
