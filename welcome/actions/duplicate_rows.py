"""Rows of what is asked about two records that may be one. Saves nothing."""

from datetime import datetime

from ..audit.event_rows import unsaved_event
from ..audit.payloads import PersonLinked
from ..models import DuplicateAsk, Event, LinkAsked, Linking, Person, User


def unsaved_ask(
    ours: Person, theirs: Person, *, by: User, at: datetime, words: str
) -> DuplicateAsk:
    """A welcomer asks the lead of the team that holds `ours`."""
    return DuplicateAsk(ours=ours, theirs=theirs, asked_by=by, asked_at=at, words=words)


def lead_asked(asked: DuplicateAsk) -> Event:
    return unsaved_event(
        "twins.asked",
        at=asked.asked_at,
        about=asked,
        by=asked.asked_by,
        person=asked.ours,
        team=asked.ours.team,
        detail=PersonLinked(other=asked.theirs.reference),
    )


def unsaved_link_asked(
    ours: Person, theirs: Person, *, by: User, at: datetime
) -> LinkAsked:
    """A lead asks the team that holds `theirs`."""
    return LinkAsked(ours=ours, theirs=theirs, asked_by=by, asked_at=at)


def team_asked(asked: LinkAsked) -> Event:
    return unsaved_event(
        "person.link_asked",
        at=asked.asked_at,
        about=asked,
        by=asked.asked_by,
        person=asked.theirs,
        team=asked.theirs.team,
        detail=PersonLinked(other=asked.ours.reference),
    )


def unsaved_linking(
    kept: Person,
    other: Person,
    *,
    by: User,
    at: datetime,
    why: str,
    rules: dict[str, str],
) -> Linking:
    return Linking(kept=kept, other=other, by=by, at=at, why=why, rules=rules)


def linked(linking: Linking) -> Event:
    kept, other = linking.kept, linking.other
    return unsaved_event(
        "person.linked",
        at=linking.at,
        about=linking,
        by=linking.by,
        person=kept,
        team=kept.team,
        detail=PersonLinked(other=other.reference),
    )
