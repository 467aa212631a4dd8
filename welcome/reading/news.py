"""How much is new on each page of the navigation, since this user opened it last."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from django.core.cache import cache
from django.db.models import DateTimeField, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from ..models import PageOpened, User
from ..registries import news, today_items
from ..registries.news import Source
from .bounded_counts import bounded_counts

#: Seconds for which the figures are kept: they may be so old, and cost nothing.
KEPT = 60
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def new_on_pages(user: User, pages: Iterable[str]) -> dict[str, int]:
    """By URL name. At most one query, and none where it was asked a minute ago."""
    kept: dict[str, int] | None = cache.get(_key(user))
    if kept is None:
        kept = _counted(user, set(pages))
        cache.set(_key(user), kept, KEPT)
    return kept


def forget_counts(user: User) -> None:
    cache.delete(_key(user))


def _key(user: User) -> str:
    return f"news:{user.pk}"


def _counted(user: User, pages: set[str]) -> dict[str, int]:
    sources = [source for source in _sources() if source.page in pages]
    lists = {str(n): _new(user, source) for n, source in enumerate(sources)}
    counts, found = bounded_counts(lists), Counter[str]()
    for n, source in enumerate(sources):
        found[source.page] += counts[str(n)]
    return dict(found)


def _sources() -> list[Source]:
    """What apps have registered, and each kind of Today that says when it came."""
    today = [
        Source("welcome:today", kind.rows, kind.came)
        for kind in today_items.kinds()
        if kind.came
    ]
    return [*today, *news.sources()]


def _new(user: User, source: Source) -> QuerySet[Any]:
    mine = PageOpened.objects.filter(user=user.pk, page=source.page)
    opened = Coalesce(
        Subquery(mine.values("opened_at")[:1]),
        Value(_LONG_AGO),
        output_field=DateTimeField(),
    )
    return source.rows(user).filter(**{f"{source.came}__gt": opened})
