"""Opening a record in an emergency, telling the person, and reviewing it after."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from ..audit import trail
from ..audit.payloads import EmergencyReviewed
from ..locking import locked
from ..models import ContactWish, Emergency, Event, Person, Role, User
from ..private_links.safe_contact import Way, next_safe_moment, ways_for
from ..refusals import Refused
from .emergency_rows import emergency_event, opened, unsaved_emergency
from .handovers import leads_of


@transaction.atomic
def open_in_emergency(
    person: Person,
    *,
    by: User,
    why: str,
    words: str,
    is_told: bool = True,
    why_not_told: str = "",
    against_their_no: bool = False,
) -> Emergency:
    """Open the record for EMERGENCY_MINUTES. The team and a privacy lead hear of it.

    Pressed twice it is one: as long as it is open, the same one is given again.
    """
    person = locked(Person.objects.select_related("team__site"), person.pk)
    live = person.emergencies.live().filter(by=by).first()
    if live:
        return live
    emergency = unsaved_emergency(
        person,
        by=by,
        at=timezone.now(),
        why=why,
        words=words,
        is_told=is_told,
        why_not_told="" if is_told else why_not_told,
        against_their_no=against_their_no,
    )
    emergency.save(force_insert=True)
    event = trail.write(opened(emergency))
    _tell_those_who_review(event, emergency, "emergency_opened")
    path = reverse("welcome:person", args=[person.pk])
    _tell(event, emergency, leads_of(person.team), "emergency_at_your_team", path)
    if is_told:
        _tell_the_person(event, emergency)
    return emergency


@transaction.atomic
def close_emergency(emergency: Emergency, *, by: User) -> Emergency:
    """The user who opened it has finished. Nothing can be read from now on."""
    emergency = locked(Emergency.objects.all(), emergency.pk)
    if emergency.is_live:
        emergency.until_at = timezone.now()
        emergency.save(update_fields=["until_at"])
        _happened("emergency.closed", emergency, by=by)
    return emergency


@transaction.atomic
def say_told(emergency: Emergency, *, by: User) -> Emergency:
    """Someone of the team has told the person, in the way that is safe for them."""
    emergency = locked(Emergency.objects.all(), emergency.pk)
    if not emergency.is_told:
        raise Refused(
            "Don’t tell them: it could harm them. Read why. A privacy lead will say "
            "when it’s safe."
        )
    if emergency.told_at is None:
        _told(emergency, by=by)
    return emergency


@transaction.atomic
def review(
    emergency: Emergency, *, by: User, verdict: str, words: str, tell_now: bool = False
) -> Emergency:
    """A privacy lead says whether it was right. Said once; no one reviews their own.

    `tell_now`: it is safe by now to tell the person what was kept from them.
    """
    emergency = locked(
        Emergency.objects.select_related("person__team", "by"), emergency.pk
    )
    if emergency.by_id == by.pk:
        raise Refused(
            "You opened this record yourself. Another privacy lead needs to review it."
        )
    if emergency.reviewed_at:
        if (emergency.reviewed_by_id, emergency.verdict) == (by.pk, verdict):
            return emergency
        raise Refused(
            "Someone has already reviewed this. You can read what they said here."
        )
    emergency.reviewed_at, emergency.reviewed_by = timezone.now(), by
    emergency.verdict, emergency.review = verdict, words
    safe_now = tell_now and not emergency.is_told
    if safe_now:
        emergency.is_told = True
    emergency.save()
    event = _happened(
        "emergency.reviewed",
        emergency,
        by=by,
        detail=EmergencyReviewed(verdict=verdict),
    )
    path = reverse("welcome:emergency", args=[emergency.pk])
    _tell(event, emergency, [emergency.by.email], "emergency_reviewed", path)
    if safe_now:
        _tell_the_person(event, emergency)
    return emergency


def remind_of_reviews(*, today: Any = None) -> int:
    """What no one has looked at in time is brought to mind, once; by the row."""
    late = Emergency.objects.to_review().filter(
        reminded_at=None, review_due_on__lt=today or timezone.localdate()
    )
    return sum(_remind(pk) for pk in late.values_list("pk", flat=True))


@transaction.atomic
def _remind(pk: Any) -> bool:
    rows = Emergency.objects.to_review().filter(pk=pk, reminded_at=None)
    emergency = rows.select_for_update(of=("self",), skip_locked=True).first()
    if emergency is None:
        return False
    emergency.reminded_at = timezone.now()
    emergency.save(update_fields=["reminded_at"])
    clock = User.objects.hand("clock")
    event = _happened("emergency.reminded", emergency, by=clock)
    _tell_those_who_review(event, emergency, "emergency_review_due")
    return True


def _tell_the_person(event: Event, emergency: Emergency) -> None:
    """By e-mail where that is safe, on a safe day; else their team tells them."""
    person = emergency.person
    if Way.EMAIL not in ways_for(person):
        return
    wish: ContactWish = person.contact_wish
    trail.tell(
        event,
        to=[wish.email],
        template="emergency_told",
        reference=person.reference,
        due_at=next_safe_moment(wish, timezone.now()),
    )
    _told(emergency, by=User.objects.hand("clock"))


def _told(emergency: Emergency, *, by: User) -> None:
    emergency.told_at, emergency.told_by = timezone.now(), by
    emergency.save(update_fields=["told_at", "told_by"])
    _happened("emergency.told", emergency, by=by)


def _tell_those_who_review(event: Event, emergency: Emergency, template: str) -> None:
    """The privacy leads of the site and the programme; if none, administrators."""
    working = User.objects.filter(memberships__ended_at=None, is_active=True)
    working = working.exclude(pk=emergency.by_id)
    leads = working.filter(memberships__role=Role.PRIVACY)
    here = leads.filter(memberships__organisation__site=emergency.site_id)
    everywhere = leads.filter(memberships__organisation__site=None)
    readers = [*here.values_list("email", flat=True)]
    readers += everywhere.values_list("email", flat=True)
    admins = working.filter(memberships__role=Role.ADMIN)
    readers = readers or [*admins.values_list("email", flat=True)]
    path = reverse("welcome:privacy_emergency", args=[emergency.pk])
    _tell(event, emergency, readers, template, path)


def _tell(
    event: Event, emergency: Emergency, to: list[str], template: str, path: str
) -> None:
    reference = emergency.person.reference
    trail.tell(event, to=to, template=template, reference=reference, path=path)


def _happened(
    what: str,
    emergency: Emergency,
    *,
    by: User,
    detail: Mapping[str, object] | None = None,
) -> Event:
    now = timezone.now()
    return trail.write(emergency_event(what, emergency, by=by, at=now, detail=detail))
