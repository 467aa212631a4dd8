"""Safeguarding on the person's own page: only what someone chose to show."""

from django import template
from django.template import Context

from ..models import Person
from ..reading.safeguarding import AT_MOST, shown_to
from ..web.pagination import page_of

register = template.Library()


@register.inclusion_tag("welcome/own_page/_my_safeguarding.html", takes_context=True)
def my_safeguarding(context: Context, person: Person) -> dict[str, object]:
    """The concerns that are shown to them, the newest first."""
    return {
        "page": page_of(
            shown_to(person),
            context["request"],
            by=("-raised_at", "-pk"),
            size=AT_MOST,
            mark="concerns",
        )
    }
