"""What an introduction says, and what is written of it. Saves nothing."""

from datetime import datetime
from typing import Required, TypedDict

from ..audit.event_rows import unsaved_event
from ..audit.payloads import IntroductionAnswered, IntroductionMade
from ..models import Event, Introduction, Person, User


class Said(TypedDict, total=False):
    """What a front door's form asks: the columns of an Introduction."""

    known_as: str
    phone: str
    email: str
    may_call: bool
    may_text: bool
    may_leave_message: bool
    reach_words: str
    words: str
    introducer_name: str
    introducer_contact: str
    person_knows: bool
    source: Required[str]
    postcode: str


def made(introduction: Introduction) -> Event:
    return unsaved_event(
        "introduction.made",
        at=introduction.made_at,
        about=introduction,
        by=introduction.made_by,
        site=introduction.site,
        team=introduction.team,
        detail=IntroductionMade(source=introduction.source),
    )


def answered(
    introduction: Introduction, *, by: User, at: datetime, person: Person
) -> Event:
    """Write the answer into its row, and say so."""
    introduction.person = person
    introduction.answered_at, introduction.answered_by = at, by
    days = days_since(introduction, at)
    return unsaved_event(
        "introduction.answered",
        at=at,
        about=introduction,
        by=by,
        person=person,
        team=introduction.team,
        detail=IntroductionAnswered(source=introduction.source, days=days),
    )


def closed(introduction: Introduction, *, by: User, at: datetime, why: str) -> Event:
    """Write into its row that no conversation follows, and say so."""
    introduction.closed_at, introduction.closed_by = at, by
    introduction.closed_why = why
    return unsaved_event(
        "introduction.closed",
        at=at,
        about=introduction,
        by=by,
        site=introduction.site,
        team=introduction.team,
        person=introduction.person,
    )


def days_since(first: Introduction, at: datetime) -> int:
    """For the measures: whole days from the first introduction on, and never less."""
    return max((at - first.made_at).days, 0)
