"""Which days of a calendar are shown, and whose."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.utils import timezone

from ..models import User
from ..values.numbers_from_outside import whole_number
from .dates import farthest
from .filters import FilterBar
from .plain_fields import drop_down

WEEK, EVERYONE = "week", "everyone"
_MOST_PAGES = 40


class CalendarFilters(FilterBar):
    """A day or its week, and one worker or everyone. One's own day is shown first."""

    view = drop_down("Show", [("", "Day"), (WEEK, "Week")])
    worker = drop_down("Whose", ())

    def __init__(
        self, asked: Mapping[str, str], *, colleagues: Iterable[User], **more: Any
    ) -> None:
        super().__init__(asked, **more)
        among = [(str(user.pk), user.name) for user in colleagues]
        choices = [("", "Me"), (EVERYONE, "Everyone"), *among]
        self.fields["worker"].choices = choices  # type: ignore[attr-defined]
        self.choose(asked)
        self.today = timezone.localdate()
        self.day = _day(asked.get("day", "")) or self.today
        page = whole_number(asked.get("page", ""), least=1, most=_MOST_PAGES)
        self.page = 1 if self.is_week else page or 1

    @property
    def is_week(self) -> bool:
        return self.codes["view"] == WEEK

    @property
    def days(self) -> list[date]:
        """The one day, or Monday to Sunday."""
        if not self.is_week:
            return [self.day]
        monday = self.day - timedelta(days=self.day.weekday())
        return [monday + timedelta(days=n) for n in range(7)]

    def worker_for(self, user: User) -> UUID | None:
        """Whose entries: the user's own, a colleague's; None is everyone’s."""
        code = self.codes["worker"]
        return None if code == EVERYONE else UUID(code) if code else user.pk

    @property
    def earlier(self) -> str:
        return self._turned(-1)

    @property
    def later(self) -> str:
        return self._turned(1)

    @property
    def now(self) -> str:
        return self.address(self.today)

    @property
    def more(self) -> str:
        """The next page of the same day."""
        return f"{self.address(self.day)}&{urlencode({'page': self.page + 1})}"

    def address(self, day: date, *, as_day: bool = False) -> str:
        """Another day with the same filters: `?view=week&day=2026-12-07`."""
        asked = dict(self.codes) | {"day": day.isoformat()}
        if as_day:
            asked["view"] = ""
        return f"?{urlencode({name: code for name, code in asked.items() if code})}"

    def _turned(self, way: int) -> str:
        """One day or week on. Nothing where no one plans that far."""
        day = self.day + way * timedelta(days=7 if self.is_week else 1)
        return self.address(day) if _is_near(day) else ""


def _day(text: str) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if _is_near(day) else None


def _is_near(day: date) -> bool:
    """Within the years for which anyone plans, or looks back."""
    return abs(day - timezone.localdate()) <= farthest() - timezone.localdate()
