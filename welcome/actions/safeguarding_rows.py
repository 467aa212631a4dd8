"""The rows of a safeguarding concern, and its events. Saves nothing."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from ..audit.event_rows import unsaved_event
from ..audit.record_payloads import SafeguardingClosed, SafeguardingRaised
from ..models import (
    Event,
    Organisation,
    Person,
    SafeguardingConcern,
    SafeguardingNote,
    SafeguardingShare,
    Team,
    User,
)


def unsaved_concern(
    person: Person, *, pk: UUID, by: User, at: datetime, place: Team | Organisation,
    kind: str, seen_or_said: str, who_was_told: str, review_on: date,
    in_danger_now: bool = False, council_reference: str = "",
) -> SafeguardingConcern:  # fmt: skip
    """Hidden from the person, until it is chosen to show it."""
    return SafeguardingConcern(
        id=pk,
        person=person,
        site=person.site,
        raised_by=by,
        raised_at=at,
        from_team=place if isinstance(place, Team) else None,
        from_organisation=None if isinstance(place, Team) else place,
        kind=kind,
        seen_or_said=seen_or_said,
        in_danger_now=in_danger_now,
        who_was_told=who_was_told,
        council_reference=council_reference,
        review_on=review_on,
    )


def unsaved_note(
    concern: SafeguardingConcern, *, pk: UUID, by: User, at: datetime, words: str,
    kind: str = SafeguardingNote.Kind.UPDATE,
    outcome: str = "",
) -> SafeguardingNote:  # fmt: skip
    """With the review and the reference as they are on the concern by now."""
    return SafeguardingNote(
        id=pk,
        concern=concern,
        kind=kind,
        words=words,
        by=by,
        at=at,
        review_on=concern.review_on,
        council_reference=concern.council_reference,
        outcome=outcome,
    )


def unsaved_share(
    concern: SafeguardingConcern,
    partner: Organisation,
    *,
    by: User,
    at: datetime,
    reason: str,
) -> SafeguardingShare:
    return SafeguardingShare(
        concern=concern, partner=partner, reason=reason, by=by, at=at
    )


def raised(concern: SafeguardingConcern) -> Event:
    codes = SafeguardingRaised(kind=str(concern.kind), danger=concern.in_danger_now)
    by, at = concern.raised_by, concern.raised_at
    return safeguarding_event(
        "safeguarding.raised", concern, by=by, at=at, detail=codes
    )


def noted(note: SafeguardingNote) -> Event:
    """What an update, or a choice with its reason, is called in the history."""
    became = "updated" if note.kind == SafeguardingNote.Kind.UPDATE else note.kind
    closing = SafeguardingClosed(outcome=str(note.outcome)) if note.outcome else None
    return safeguarding_event(
        f"safeguarding.{became}", note.concern, by=note.by, at=note.at, detail=closing
    )


def shared(share: SafeguardingShare) -> Event:
    return safeguarding_event(
        "safeguarding.shared",
        share.concern,
        by=share.by,
        at=share.at,
        partner=share.partner,
    )


def safeguarding_event(
    what: str,
    concern: SafeguardingConcern,
    *,
    by: User,
    at: datetime,
    partner: Organisation | None = None,
    detail: Mapping[str, object] | None = None,
) -> Event:
    """About the concern, by whose label `family` finds what to hide."""
    person = concern.person
    return unsaved_event(
        what, at=at, about=concern, by=by, site=concern.site, person=person,
        team=person.team, partner=partner, detail=detail,
    )  # fmt: skip
