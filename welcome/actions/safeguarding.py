"""Raising a safeguarding concern, adding to it, closing and reopening it."""

from datetime import date
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from ..audit import trail
from ..locking import locked
from ..models import (
    Event,
    Organisation,
    Person,
    SafeguardingConcern,
    SafeguardingNote,
    Team,
    User,
)
from ..once import find
from ..reading.safeguarding import leads_for
from ..refusals import Refused
from .handovers import leads_of
from .safeguarding_rows import noted, raised, unsaved_concern, unsaved_note

_Kind = SafeguardingNote.Kind


@transaction.atomic
def raise_concern(
    person: Person, *, by: User, once: UUID, place: Team | Organisation, kind: str,
    seen_or_said: str, who_was_told: str, review_on: date, in_danger_now: bool = False,
    council_reference: str = "", why_shown: str = "",
) -> SafeguardingConcern:  # fmt: skip
    """Write it down, and tell the safeguarding leads. Pressed twice, it is still one.

    Hidden from the person, unless `why_shown` says why it is safe to show it.
    """
    person = locked(Person.objects.select_related("team", "site"), person.pk)
    said = {
        "person": person,
        "kind": kind,
        "seen_or_said": seen_or_said,
        "who_was_told": who_was_told,
    }
    before, key = find(SafeguardingConcern, once, said)
    if before:
        return before
    concern = unsaved_concern(
        person, pk=key, by=by, at=timezone.now(), place=place, kind=kind,
        seen_or_said=seen_or_said, who_was_told=who_was_told, review_on=review_on,
        in_danger_now=in_danger_now, council_reference=council_reference,
    )  # fmt: skip
    concern.save(force_insert=True)
    tell_leads(trail.write(raised(concern)), concern, "safeguarding_raised")
    if why_shown:
        change_shown(concern, by=by, words=why_shown, shown=True)
    return concern


@transaction.atomic
def add_update(
    concern: SafeguardingConcern,
    *,
    by: User,
    once: UUID,
    words: str,
    review_on: date | None,
    council_reference: str = "",
) -> SafeguardingNote:
    """What is new, and when it is looked at next. Earlier words stay as they are."""
    concern = fresh(concern)
    said = {"concern": concern, "words": words, "kind": _Kind.UPDATE}
    before, key = find(SafeguardingNote, once, said)
    if before:
        return before
    concern.council_reference = council_reference
    if concern.is_open:
        concern.review_on = review_on
    concern.save(update_fields=["council_reference", "review_on"])
    return write_note(concern, by=by, words=words, pk=key)


@transaction.atomic
def close_concern(
    concern: SafeguardingConcern, *, by: User, outcome: str, words: str
) -> SafeguardingConcern:
    """What came of it. It can be reopened, and everything stays readable."""
    concern = fresh(concern)
    if not concern.is_open:
        if (concern.closed_by_id, concern.outcome) == (by.pk, outcome):
            return concern
        raise Refused(f"{concern.closed_by} has already closed this concern.")
    concern.closed_at, concern.closed_by = timezone.now(), by
    concern.outcome, concern.review_on = outcome, None
    concern.save(update_fields=["closed_at", "closed_by", "outcome", "review_on"])
    write_note(concern, by=by, words=words, kind=_Kind.CLOSED, outcome=outcome)
    return concern


@transaction.atomic
def reopen_concern(
    concern: SafeguardingConcern, *, by: User, words: str, review_on: date
) -> SafeguardingConcern:
    """It is looked at again. How it was closed before stays in its updates."""
    concern = fresh(concern)
    if concern.is_open:
        return concern
    concern.closed_at = concern.closed_by = None
    concern.outcome, concern.review_on = "", review_on
    concern.save(update_fields=["closed_at", "closed_by", "outcome", "review_on"])
    note = write_note(concern, by=by, words=words, kind=_Kind.REOPENED)
    return note.concern


def fresh(concern: SafeguardingConcern) -> SafeguardingConcern:
    """Ours until the transaction ends, as it is now."""
    rows: QuerySet[SafeguardingConcern] = SafeguardingConcern.objects.select_related(
        "person__team", "site", "closed_by"
    )
    return locked(rows, concern.pk)


def change_shown(
    concern: SafeguardingConcern, *, by: User, words: str, shown: bool
) -> None:
    """Show it to the person or hide it again, and write why. Call it when locked."""
    concern.shown_at = timezone.now() if shown else None
    concern.shown_by = by if shown else None
    concern.save(update_fields=["shown_at", "shown_by"])
    kind = _Kind.SHOWN if shown else _Kind.HIDDEN
    write_note(concern, by=by, words=words, kind=kind)


def write_note(
    concern: SafeguardingConcern, *, by: User, words: str, pk: UUID | None = None,
    kind: str = _Kind.UPDATE, outcome: str = "",
) -> SafeguardingNote:  # fmt: skip
    note = unsaved_note(
        concern, pk=pk or uuid4(), by=by, at=timezone.now(), words=words, kind=kind,
        outcome=outcome,
    )  # fmt: skip
    note.save(force_insert=True)
    trail.write(noted(note))
    return note


def tell_leads(event: Event, concern: SafeguardingConcern, template: str) -> None:
    """A reference and a link to the safeguarding leads, or else to the team's."""
    person = concern.person
    leads = leads_for(person, concern.site).values_list("email", flat=True)
    tell(event, concern, [*leads] or leads_of(person.team), template)


def tell(
    event: Event, concern: SafeguardingConcern, to: list[str], template: str
) -> None:
    """Never to the person, who may also work here and knows their reference."""
    path = reverse("welcome:safeguarding_concern", args=[concern.pk])
    theirs = User.objects.filter(own_record=concern.person).values_list(
        "email", flat=True
    )
    to, reference = [one for one in to if one not in theirs], concern.person.reference
    trail.tell(event, to=to, template=template, reference=reference, path=path)
