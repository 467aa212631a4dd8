"""The drafts of letters, beside whatever else a page is about."""

from django.http import HttpRequest

from ..models import Letter, Person
from ..web.pagination import Page, page_of

_ON_A_PAGE = 10


def drafts_of(
    person: Person, request: HttpRequest, *, but: Letter | None = None
) -> Page:
    """Those of this person that are no PDF yet, the newest first."""
    rows = person.letters.drafts().select_related("written_by")
    rows = rows.exclude(pk=but.pk) if but else rows
    by = ("-written_at", "-pk")
    return page_of(rows, request, by=by, size=_ON_A_PAGE, mark="drafts")
