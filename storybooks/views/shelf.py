"""What everybody may read, for as long as each contributor wants it to be read."""

from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from welcome.web.cache_headers import not_kept
from welcome.web.pagination import page_of

from ..models import Narrative, State, Storybook

_ON_THE_SHELF = 6
_BOOKS = 30
_STORIES = 50
#: “Story 12 of 40” is said as far as this.
_COUNTED = 500
#: As a book has them.
_ORDER = ("published_at", "pk")


@require_safe
@not_kept
def shelf(request: HttpRequest) -> HttpResponse:
    """The storybooks by kind, with the first stories of each."""
    first = Prefetch("narratives", _in_order()[: _ON_THE_SHELF + 1], to_attr="first")
    books = Storybook.objects.prefetch_related(first)
    page = page_of(books, request, by=("title", "pk"), size=_BOOKS)
    kinds = [
        (Storybook.Kind(kind).label, [b for b in page.rows if b.kind == kind])
        for kind in Storybook.Kind.values
    ]
    context = {"kinds": kinds, "page": page, "most": _ON_THE_SHELF}
    return render(request, "storybooks/shelf/shelf.html", context)


@require_safe
@not_kept
def book(request: HttpRequest, slug: str) -> HttpResponse:
    """One storybook: what is in it, in the order in which it was published."""
    book = get_object_or_404(Storybook.objects.select_related("site"), slug=slug)
    request.here = book.site  # type: ignore[attr-defined]  # read by context.house
    stories = _in_order().filter(storybook=book)
    page = page_of(stories, request, by=_ORDER, size=_STORIES)
    return render(request, "storybooks/shelf/book.html", {"book": book, "page": page})


@require_safe
@not_kept
def story(request: HttpRequest, book: str, slug: str) -> HttpResponse:
    """One story. What was on the shelf and is no more answers kindly, with 410."""
    known = Narrative.objects.was_public().with_voice()
    known = known.select_related("storybook__site", "site")
    story = get_object_or_404(known, slug=slug, storybook__slug=book)
    request.here = story.told_at  # type: ignore[attr-defined]  # read by context.house
    if not story.is_public:
        return _gone(request, story)
    context = {"story": story, "next": _next(story), **_number(story)}
    return render(request, "storybooks/shelf/story.html", context)


def _number(story: Narrative) -> dict[str, object]:
    """Which story of how many; no number for one far beyond what is counted."""
    stories = _in_order().filter(storybook=story.storybook)
    keys = list(stories.values_list("pk", flat=True)[: _COUNTED + 1])
    of = str(len(keys)) if len(keys) <= _COUNTED else f"{_COUNTED}+"
    return {"number": keys.index(story.pk) + 1 if story.pk in keys else 0, "of": of}


def _next(story: Narrative) -> Narrative | None:
    """The one after it in its book, and after the last one the first."""
    at, others = story.published_at, _in_order().filter(storybook=story.storybook)
    later = Q(published_at__gt=at) | Q(published_at=at, pk__gt=story.pk)
    return others.filter(later).first() or others.exclude(pk=story.pk).first()


def _gone(request: HttpRequest, story: Narrative) -> HttpResponse:
    """Nothing of it, and whose choice it was; other stories, and help."""
    context = {
        "is_taken_back": story.state == State.WITHDRAWN,
        "book": story.storybook,
        "others": _in_order().filter(storybook=story.storybook)[:3],
    }
    return render(request, "storybooks/shelf/gone.html", context, status=410)


def _in_order() -> QuerySet[Narrative]:
    """Public ones as a book has them, without their long text."""
    stories = Narrative.objects.public().with_voice().select_related("storybook")
    return stories.defer("text").order_by(*_ORDER)
