"""The rows of hopes and their ratings, and what is written of them. Saves nothing."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from ..audit.event_rows import unsaved_event
from ..audit.payloads import HopeLaidDown, HopeRated
from ..models import Event, Hope, Person, Rating, User, Voice


def unsaved_hope(
    person: Person, words: str, *, pk: UUID, by: User, at: datetime
) -> Hope:
    words = words.strip()
    return Hope(id=pk, person=person, words=words, named_at=at, named_by=by)


def named(hope: Hope) -> Event:
    return _event("hope.named", hope, by=hope.named_by, at=hope.named_at)


def unsaved_rating(
    hope: Hope,
    score: int,
    words: str,
    *,
    pk: UUID,
    by: User,
    at: datetime,
    voice: str = Voice.PERSON,
    replaces: Rating | None = None,
) -> Rating:
    return Rating(
        id=pk,
        hope=hope,
        score=score,
        words=words.strip(),
        voice=voice,
        by=by,
        at=at,
        replaces=replaces,
    )


def rated(rating: Rating, scores: Mapping[UUID, list[int]]) -> Event:
    """With the numbers that are counted later, and no words.

    `scores` are all of this person's, by hope, from the first to this one.
    """
    own = scores[rating.hope_id]
    codes = HopeRated(
        first=own[0], now=own[-1], again=len(own) > 1, rise=greatest_rise(scores)
    )
    return _event("hope.rated", rating.hope, by=rating.by, at=rating.at, detail=codes)


def greatest_rise(scores: Mapping[Any, list[int]]) -> int | None:
    """Of all hopes rated twice or more, how far the one that moved best has come.

    >>> greatest_rise({"sleep": [2, 3], "letters": [1, 4, 6], "new": [9]})
    5
    >>> greatest_rise({"new": [9]}) is None
    True
    """
    rises = [told[-1] - told[0] for told in scores.values() if len(told) > 1]
    return max(rises, default=None)


def laid_down(hope: Hope, *, by: User, at: datetime, why: str) -> Event:
    """Lay it down in its row, and say so."""
    hope.laid_down_at, hope.laid_down_by = at, by
    hope.laid_down_why = Hope.Why(why)
    return _event("hope.laid_down", hope, by=by, at=at, detail=HopeLaidDown(why=why))


def _event(
    what: str,
    hope: Hope,
    *,
    by: User,
    at: datetime,
    detail: Mapping[str, object] | None = None,
) -> Event:
    person = hope.person
    return unsaved_event(
        what,
        at=at,
        about=hope,
        by=by,
        person=person,
        team=person.team,
        detail=detail,
    )
