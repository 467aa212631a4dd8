"""What pages of other rooms may show of a storybook."""

from typing import Any

from django import template
from django.db.models import Case, Q, Value, When
from django.urls import reverse

from welcome.models import Site

from ..models import Narrative

register = template.Library()


@register.simple_tag
def quote_about(theme: str, site: Site | None = None) -> dict[str, str] | None:
    """A published sentence that speaks to a theme, the site's own first; or None.

    Use it as `{% quote_about "waiting" site as quote %}`; one query. `theme` is one of
    models.Theme, or a kind of storybook. Has words, shown_as, place, book, title, url.
    """
    speaks = Q(themes__contains=[theme]) | Q(storybook__kind=theme)
    stories = Narrative.objects.public().with_voice().select_related("storybook")
    stories = stories.filter(speaks).exclude(pull_quote="").defer("text")
    story: Any = stories.order_by(_of(site), "-published_at", "pk").first()
    return story and {
        "words": story.pull_quote,
        "shown_as": story.shown_as,
        "place": story.place,
        "book": story.storybook.title,
        "title": story.title,
        "url": reverse("storybooks:story", args=[story.storybook.slug, story.slug]),
    }


def _of(site: Site | None) -> Any:
    """Those that were told at this site come first."""
    if site is None:
        return Value(0)
    here = Q(site=site) | Q(site=None, storybook__site=site)
    return Case(When(here, then=Value(0)), default=Value(1))
