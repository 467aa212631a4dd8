"""A handover that is asked: withdrawn, answered, read and brought to mind."""

from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from ..audit import trail
from ..locking import locked as lock
from ..models import Event, Handover, Person, Role, Team, User
from ..refusals import Refused
from .handover_rows import happened


@transaction.atomic
def take_back(handover: Handover, *, by: User) -> Handover:
    """It is not asked any more. Nothing had changed, and nothing does."""
    handover = still_open(handover, by=by, pressed=Handover.State.TAKEN_BACK)
    if handover.is_open:
        answer(handover, Handover.State.TAKEN_BACK, by=by)
    return handover


@transaction.atomic
def mark_read(handover: Handover, *, by: User) -> Handover:
    """The worker who asked has read the no. It leaves Today, and stays in the trail."""
    handover = _fresh(handover)
    if handover.state != Handover.State.DECLINED:
        raise Refused("There is no answer to mark as read.")
    if handover.read_at is None:
        handover.read_at, handover.read_by = timezone.now(), by
        handover.save(update_fields=["read_at", "read_by"])
        record("handover.read", handover, by=by)
    return handover


def remind_of_handovers(*, today: Any = None) -> int:
    """Every question that waits longer than it may is brought to mind, once.

    By the row and not by the hour: after an outage no one is forgotten, nor told twice.
    """
    late = Handover.objects.open().filter(
        reminded_at=None, answer_due_on__lt=today or timezone.localdate()
    )
    return sum(_remind(pk) for pk in late.values_list("pk", flat=True))


@transaction.atomic
def _remind(pk: Any) -> bool:
    rows = Handover.objects.open().filter(pk=pk, reminded_at=None)
    handover = rows.select_for_update(of=("self",), skip_locked=True).first()
    if handover is None:
        return False
    handover.reminded_at = timezone.now()
    handover.save(update_fields=["reminded_at"])
    event = record("handover.reminded", handover, by=User.objects.hand("clock"))
    to = [*leads_of(handover.from_team), *leads_of(handover.to_team)]
    tell(event, handover, [*to, *asked_of(handover)], template="handover_reminded")
    return True


def answer(
    handover: Handover, state: Handover.State, *, by: User, suggestion: str = ""
) -> Event:
    """The only place that writes a handover's state."""
    handover.state, handover.suggestion = state, suggestion
    handover.answered_at, handover.answered_by = timezone.now(), by
    columns = ["state", "answered_at", "answered_by", "suggestion"]
    handover.save(update_fields=columns)
    return record(f"handover.{state}", handover, by=by)


def still_open(handover: Handover, *, by: User, pressed: Handover.State) -> Handover:
    """Locked, the person first. Pressed twice, as it is now; otherwise Refused."""
    locked(handover.person)
    fresh = _fresh(handover)
    same = fresh.state == pressed and fresh.answered_by_id == by.pk
    if fresh.is_open or same:
        return fresh
    raise Refused(
        f"{fresh.answered_by} has already answered: "
        f"“{fresh.get_state_display()}”. Nothing else has changed."
    )


def locked(person: Person) -> Person:
    return lock(Person.objects.select_related("team__site"), person.pk)


def leads_of(team: Team) -> list[str]:
    """The team's own address, and its leads."""
    leads = team.memberships.current().filter(role=Role.LEAD, user__is_active=True)
    return [team.email, *leads.values_list("user__email", flat=True)]


def asked_of(handover: Handover) -> list[str]:
    """Who says yes or no."""
    if handover.stays_in_team and handover.to_worker:
        return [handover.to_worker.email]
    return leads_of(handover.to_team)


def tell(
    event: Event, handover: Handover, to: list[str], template: str = "handover_offered"
) -> None:
    trail.tell(
        event,
        to=to,
        template=template,
        reference=handover.person.reference,
        path=reverse("welcome:handover", args=[handover.pk]),
    )


def _fresh(handover: Handover) -> Handover:
    rows = Handover.objects.select_related(
        "person__site", "from_team__site", "to_team__site", "to_worker", "answered_by"
    )
    return lock(rows, handover.pk)


def record(what: str, handover: Handover, *, by: User) -> Event:
    return trail.write(happened(what, handover, by=by, at=timezone.now()))
