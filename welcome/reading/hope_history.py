"""Hopes as they are read: each with its stones, its change, and every rating."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils import timezone
from django.utils.formats import date_format

from ..models import Hope, Person, Rating, Voice
from ..values import reliable_change
from ..values.scale_picture import Stones


@dataclass(frozen=True)
class Rated:
    """One rating, told."""

    score: int
    at: datetime
    words: str
    voice: str
    by: str
    by_id: UUID

    @property
    def day(self) -> str:
        return day_in_words(self.at)

    @property
    def whose(self) -> str:
        """Empty where it is the person's own number, as it mostly is."""
        return {
            Voice.SUPPORTER: "someone who supports them",
            Voice.TEAM: "the team",
            Voice.PARTNER: "a partner",
        }.get(Voice(self.voice), "")


@dataclass
class HopeSeen:
    hope: Hope
    ratings: list[Rated]
    #: What may be done with it here; a page adds them.
    rating_form: Any = None
    laying_form: Any = None
    #: What is told of each rating where not all of its words may be read.
    told_to_partner: list[tuple[Rated, str]] = field(default_factory=list)

    @property
    def change(self) -> reliable_change.Change | None:
        return reliable_change.between(
            [r.score for r in self.ratings], reliable_change.HOPE
        )

    @property
    def stones(self) -> Stones | None:
        if not self.ratings:
            return None
        first, latest = self.ratings[0].score, self.ratings[-1].score
        return Stones(Rating.LEAST, Rating.MOST, first, latest)

    @property
    def told(self) -> str:
        """“1 on 17 November, 6 today.”"""
        if not self.ratings:
            return "Not rated yet."
        first, latest = self.ratings[0], self.ratings[-1]
        if first is latest:
            return f"{first.score} {first.day}."
        return f"{first.score} {first.day}, {latest.score} {latest.day}."

    @property
    def words(self) -> str:
        """What was said with the latest rating."""
        return self.ratings[-1].words if self.ratings else ""

    @property
    def of_today(self) -> int | None:
        """The latest number, if it was said today: it may have been a slip."""
        if not self.ratings:
            return None
        latest = self.ratings[-1]
        return latest.score if _is_of_today(latest.at) else None

    @property
    def newest_first(self) -> list[Rated]:
        return self.ratings[::-1]


def open_hopes(person: Person) -> list[HopeSeen]:
    """Those that matter now, in the order in which they were named. One query."""
    return [_seen(hope) for hope in person.hopes.open().with_ratings()]


def all_hopes(person: Person) -> tuple[list[HopeSeen], list[HopeSeen]]:
    """Open ones; and those laid down, the latest of these first. One query."""
    seen = [_seen(hope) for hope in person.hopes.with_ratings()]
    down = [one for one in seen if not one.hope.is_open]
    down.sort(key=lambda one: one.hope.laid_down_at or timezone.now(), reverse=True)
    return [one for one in seen if one.hope.is_open], down


def said_today(hope: Hope) -> int | None:
    """As `HopeSeen.of_today`, for one hope by itself."""
    latest = hope.ratings.current().last()
    return latest.score if latest and _is_of_today(latest.at) else None


def _is_of_today(at: datetime) -> bool:
    return timezone.localdate(at) == timezone.localdate()


def day_in_words(at: datetime) -> str:
    """“today”, “on 17 November”, “on 17 November 2025”."""
    day, today = timezone.localdate(at), timezone.localdate()
    if day == today:
        return "today"
    return f"on {date_format(day, 'j F' if day.year == today.year else 'j F Y')}"


def _seen(hope: Any) -> HopeSeen:
    columns = zip(
        hope.scores,
        hope.days,
        hope.said,
        hope.hands,
        hope.names,
        hope.hands_of,
        strict=True,
    )
    return HopeSeen(hope, [Rated(*column) for column in columns])
