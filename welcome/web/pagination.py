"""Lists page by page, by where the last page ended: as quick on page 9,000 as on 1."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from django.core import signing
from django.core.signing import BadSignature
from django.db.models import Q, QuerySet
from django.http import HttpRequest

SIZE = 25
#: More is shown as “99+”: no page counts a list to its end.
_MOST = 99


@dataclass
class Page:
    """Some rows, where the next ones begin, and how many there are."""

    rows: list[Any]
    older_url: str
    newer_url: str
    everything: QuerySet[Any]

    @property
    def is_whole(self) -> bool:
        """Whether this page is all that there is."""
        return not self.older_url and not self.newer_url

    @cached_property
    def figures(self) -> str:
        """How many rows the whole list has, where this page is not all of it.

        One query, and only then: a list on one page asks nothing.
        """
        if self.is_whole:
            return ""
        keys = self.everything.order_by().values_list("pk", flat=True)
        count = len(keys[: _MOST + 1])
        return str(count) if count <= _MOST else f"{_MOST}+"


def page_of(
    rows: QuerySet[Any],
    request: HttpRequest,
    *,
    by: tuple[str, ...],
    size: int = SIZE,
    mark: str = "after",
    keys_from: QuerySet[Any] | None = None,
    path: str = "",
) -> Page:
    """The page which the address asks for. `by` ends in a field that is unique.

    Two lists on one page take a `mark` each, by which they turn apart. Filters stay in
    the address. `keys_from` is every row with what it is sorted by, where that is no
    column: the last row shown may have left the list since. `path` is where the list is
    read, where a form that was sent elsewhere comes back with it.

    The mark in the address is the signed key of the last row shown, never its
    name or day: those are read from the row again. A mark that was tampered with, or
    belongs to another list, begins at the first page.
    """
    salt = f"page {mark} {rows.model._meta.label}"
    everything = rows
    every = rows.model._base_manager.all() if keys_from is None else keys_from
    after = _keys(every, _read_mark(request.GET.get(mark, ""), salt), by)
    if after:
        rows = rows.filter(_beyond(by, after))
    found = list(rows.order_by(*by)[: size + 1])
    older = ""
    if len(found) > size:
        last = signing.dumps(str(found[size - 1].pk), salt=salt)
        older = address(request, mark, last, path)
    newer = address(request, mark, "", path) if after else ""
    return Page(found[:size], older, newer, everything)


def _read_mark(text: str, salt: str) -> str:
    try:
        return str(signing.loads(text, salt=salt)) if text else ""
    except BadSignature:
        return ""


def _keys(every: QuerySet[Any], pk: str, by: tuple[str, ...]) -> list[Any]:
    """The sort keys of the row that the mark names, as they stand now."""
    if not pk:
        return []
    names = [key.lstrip("-") for key in by]
    found = every.filter(pk=pk).values_list(*names).first()
    return list(found) if found else []


def _beyond(by: tuple[str, ...], after: list[Any]) -> Q:
    """The rows that come after these sort keys."""
    beyond, same = Q(), Q()
    for key, value in zip(by, after, strict=True):
        comes_later = "lt" if key.startswith("-") else "gt"
        name = key.lstrip("-")
        beyond |= same & Q(**{f"{name}__{comes_later}": value})
        same &= Q(**{name: value})
    return beyond


def address(request: HttpRequest, mark: str, keys: str, path: str = "") -> str:
    """Where this list begins after `keys`; the rest of the address stays."""
    asked = {k: v for k, v in request.GET.items() if k != mark}
    if keys:
        asked[mark] = keys
    path = path or request.path
    return f"{path}?{urlencode(asked)}" if asked else path
