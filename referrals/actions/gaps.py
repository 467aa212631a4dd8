"""Nothing here fits: written down once for a need, closed when someone is found."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from welcome.audit import trail
from welcome.audit.event_rows import unsaved_event
from welcome.models import Event, Person, User

from ..models import Gap
from ..payloads import GapSaid


@transaction.atomic
def note_gap(person: Person, *, by: User, need: str, words: str) -> Gap:
    """Write down that no offer meets this need.

    Where that is open already, it stays one gap, and what was missing is added to it.
    """
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    known = person.gaps.open().filter(need=need).first()
    if known:
        return _also_missing(known, words)
    gap = unsaved_gap(person, need, words, by=by, at=timezone.now())
    gap.save(force_insert=True)
    trail.write(noted(gap))
    return gap


@transaction.atomic
def close_gap(gap: Gap, *, by: User) -> Gap:
    """Someone was found, or it is not needed any more."""
    gap = Gap.objects.select_for_update(of=("self",)).get(pk=gap.pk)
    if gap.closed_at is None:
        event = closed(gap, by=by, at=timezone.now())
        gap.save(update_fields=["closed_at", "closed_by"])
        trail.write(event)
    return gap


def close_for(person: Person, need: str, *, by: User) -> None:
    """A partner said yes to helping with this. Call inside its transaction."""
    for gap in person.gaps.open().filter(need=need):
        close_gap(gap, by=by)


def _also_missing(gap: Gap, words: str) -> Gap:
    if words not in gap.words:
        gap.words = f"{gap.words}\n{words}"
        gap.save(update_fields=["words"])
    return gap


def unsaved_gap(
    person: Person, need: str, words: str, *, by: User, at: datetime
) -> Gap:
    return Gap(person=person, need=need, words=words, noted_by=by, noted_at=at)


def noted(gap: Gap) -> Event:
    return _event("gap.noted", gap, by=gap.noted_by, at=gap.noted_at)


def closed(gap: Gap, *, by: User, at: datetime) -> Event:
    """Write the end into its row, and say so. Saves nothing."""
    gap.closed_at, gap.closed_by = at, by
    return _event("gap.closed", gap, by=by, at=at)


def _event(what: str, gap: Gap, *, by: User, at: datetime) -> Event:
    return unsaved_event(
        what,
        at=at,
        about=gap,
        by=by,
        person=gap.person,
        team=gap.person.team,
        detail=GapSaid(need=gap.need),
    )
