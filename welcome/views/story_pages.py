"""A story so much of which is shown at once, and the way to the rest of it."""

from django.http import HttpRequest

from ..models import Passage, Person
from ..models.stories import STORY_ORDER, PassageQuerySet
from ..reading.bounded_counts import Cut, first_of
from ..reading.versions import with_statements
from ..web.pagination import Page, page_of

#: As many passages as are read in one go; few stories have more.
AT_ONCE = 50


def story_page(
    passages: PassageQuerySet,
    request: HttpRequest,
    *,
    mark: str = "story",
    path: str = "",
) -> Page:
    """These passages as a story reads, each with what the person says beside it."""
    page = page_of(
        passages.to_read().with_place(),
        request,
        by=STORY_ORDER,
        size=AT_ONCE,
        mark=mark,
        keys_from=Passage.objects.with_place(),
        path=path,
    )
    page.rows = with_statements(page.rows)
    return page


def newest_passages(person: Person) -> Cut:
    """What was said last comes first, with what the person says beside it."""
    rows = person.passages.current().to_read().order_by("-said_at", "-pk")
    newest = first_of(rows, AT_ONCE)
    return newest._replace(rows=with_statements(newest.rows))
