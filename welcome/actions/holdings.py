"""Who holds the person. The next begins in the instant in which the last ends."""

from django.db import transaction
from django.utils import timezone

from ..audit import trail
from ..audit.payloads import PersonCameBack
from ..models import Farewell, Holding, Meeting, Organisation, Person, Team, User
from ..refusals import Refused
from .holding_rows import Holder, held, parted, unsaved_farewell, unsaved_holding
from .meeting_rows import cancel_ahead


@transaction.atomic
def hold(
    person: Person,
    *,
    by: User,
    team: Team | None = None,
    partner: Organisation | None = None,
    worker: User | None = None,
) -> Holding:
    """From now on this team, or this partner, holds the person.

    Does nothing when it is so already. Opens the record of someone who comes back.
    """
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    current = person.holdings.filter(until_at=None).first()
    begun: Holder = {"team": team, "partner": partner, "worker": worker}
    if current and all(getattr(current, key) == now for key, now in begun.items()):
        return current
    was_open = person.is_open
    holding = unsaved_holding(person, current, by=by, at=timezone.now(), **begun)
    if current:
        current.save(update_fields=["until_at"])
    holding.save(force_insert=True)
    if not was_open:
        person.save(update_fields=["is_open"])
    trail.write(held(holding))
    return holding


@transaction.atomic
def come_back(person: Person, *, by: User) -> Person:
    """The door is opened again: the same record, the same story, held at once.

    Does nothing when they are held already.
    """
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if person.is_open:
        return person
    farewell = person.farewells.order_by("-said_at").first()
    if farewell is None:
        raise Refused(
            f"The first conversation with {person} isn’t finished. Finish it first."
        )
    hold(person, by=by, team=person.team, worker=by)
    person.refresh_from_db()
    trail.record(
        "person.came_back",
        about=person,
        by=by,
        person=person,
        team=person.team,
        detail=PersonCameBack(days=(timezone.now() - farewell.said_at).days),
    )
    return person


@transaction.atomic
def say_farewell(person: Person, *, by: User, reason: str, words: str) -> Farewell:
    """Say goodbye, and leave the door open. Refused while a partner is still asked."""
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if not person.is_open:
        raise Refused(f"We have already said farewell to {person}.")
    if person.referrals.open().exists():
        raise Refused(
            f"A partner is still being asked to help {person}. Wait for their farewell "
            "or withdraw the referral. Then you can say yours."
        )
    asked = person.handovers.open().select_related("to_team", "to_worker").first()
    if asked:
        raise Refused(
            f"{asked.asked} hasn’t answered the handover of {person}. Withdraw it "
            "first. Then you can say farewell."
        )
    now, current = timezone.now(), person.holdings.filter(until_at=None).first()
    farewell = unsaved_farewell(
        person, current, by=by, at=now, reason=reason, words=words
    )
    if current:
        current.save(update_fields=["until_at"])
    person.save(update_fields=["is_open"])
    farewell.save(force_insert=True)
    trail.write(parted(farewell))
    cancel_ahead(Meeting.objects.planned_with(person), by=by)
    return farewell
