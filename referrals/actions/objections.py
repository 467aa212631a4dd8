"""The person does not want one partner, and keeps all other help."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from welcome.audit import trail
from welcome.audit.event_rows import unsaved_event
from welcome.models import Event, Organisation, Person, User

from ..models import Objection, Referral
from .agreements import withdraw_agreement


@transaction.atomic
def object_to(
    person: Person, partner: Organisation, *, by: User, words: str = ""
) -> Objection:
    """Remembered, and said whenever someone thinks of this partner. Once is enough."""
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    standing = person.objections.standing().filter(partner=partner).first()
    if standing:
        return standing
    now = timezone.now()
    objection = unsaved_objection(person, partner, by=by, at=now, words=words)
    objection.save(force_insert=True)
    trail.write(objection_event("objection.made", objection, by=by, at=now))
    return objection


@transaction.atomic
def end_sharing(
    referral: Referral, *, by: User, seen: str, never: bool = False
) -> Referral:
    """The person ends it; with `never` they do not want this partner again either."""
    referral = withdraw_agreement(referral, by=by, seen=seen)
    if never:
        object_to(referral.person, referral.partner, by=by)
    return referral


@transaction.atomic
def lift_objection(objection: Objection, *, by: User) -> Objection:
    """They have thought again."""
    objection = Objection.objects.select_for_update(of=("self",)).get(pk=objection.pk)
    if objection.lifted_at is None:
        now = objection.lifted_at = timezone.now()
        objection.lifted_by = by
        objection.save(update_fields=["lifted_at", "lifted_by"])
        trail.write(objection_event("objection.lifted", objection, by=by, at=now))
    return objection


def unsaved_objection(
    person: Person, partner: Organisation, *, by: User, at: datetime, words: str = ""
) -> Objection:
    return Objection(
        person=person, partner=partner, words=words, said_to=by, said_at=at
    )


def objection_event(
    what: str, objection: Objection, *, by: User, at: datetime
) -> Event:
    return unsaved_event(
        what,
        at=at,
        about=objection,
        by=by,
        person=objection.person,
        partner=objection.partner,
    )
