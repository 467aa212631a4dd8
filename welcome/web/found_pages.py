"""What a search has found, page by page: in the order of how well it fits.

How well something fits is no column, so there is no key to go on from: what was found
is counted through. The search itself says how much it weighs at most.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from ..values.numbers_from_outside import whole_number
from .pagination import address

#: As many as one can take in at a glance.
AT_ONCE = 20
_MARK = "after"


@dataclass(frozen=True)
class FoundPage:
    """Some of what was found, as `parts/_pager.html` asks for it."""

    rows: Sequence[Any]
    older_url: str
    newer_url: str
    figures: str
    #: Whether more would have been found than was weighed.
    is_cut: bool


def found_page(
    found: Sequence[Any], request: HttpRequest, *, is_cut: bool
) -> FoundPage:
    """The page which the address asks for; the first one for a number that is none."""
    last = max(len(found) - 1, 0)
    start = whole_number(request.GET.get(_MARK, ""), most=last) or 0
    end = start + AT_ONCE
    return FoundPage(
        rows=found[start:end],
        older_url=address(request, _MARK, str(end)) if end < len(found) else "",
        newer_url=address(request, _MARK, "") if start else "",
        figures=f"{len(found)}+" if is_cut else str(len(found)),
        is_cut=is_cut,
    )
