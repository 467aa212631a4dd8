"""What everybody may read, for as long as each contributor wants it to be read."""

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from welcome.web.cache_headers import not_kept

from ..models import Narrative, State, Storybook

_ON_THE_SHELF = 6
_IN_A_BOOK = 200


@require_safe
@not_kept
def shelf(request: HttpRequest) -> HttpResponse:
    """The storybooks by kind, with the first stories of each."""
    first = Prefetch("narratives", _in_order()[:_ON_THE_SHELF], to_attr="first")
    books = Storybook.objects.prefetch_related(first)[:60]
    kinds = [
        (Storybook.Kind(kind).label, [b for b in books if b.kind == kind])
        for kind in Storybook.Kind.values
    ]
    return render(request, "storybooks/shelf/shelf.html", {"kinds": kinds})


@require_safe
@not_kept
def book(request: HttpRequest, slug: str) -> HttpResponse:
    """One storybook: what is in it, in the order in which it was published."""
    book = get_object_or_404(Storybook.objects.select_related("site"), slug=slug)
    request.here = book.site  # type: ignore[attr-defined]  # read by context.house
    stories = _in_order().filter(storybook=book)[:_IN_A_BOOK]
    return render(
        request, "storybooks/shelf/book.html", {"book": book, "stories": stories}
    )


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
    others = list(_in_order().filter(storybook=story.storybook)[:_IN_A_BOOK])
    place = next((n for n, other in enumerate(others) if other.pk == story.pk), 0)
    context = {
        "story": story,
        "number": place + 1,
        "of": len(others),
        "next": others[(place + 1) % len(others)] if len(others) > 1 else None,
    }
    return render(request, "storybooks/shelf/story.html", context)


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
    return stories.defer("text").order_by("published_at", "pk")
