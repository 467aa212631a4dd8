"""Safeguarding on the person's own page: only what someone chose to show."""

from django import template

from ..models import Person
from ..reading.safeguarding import AT_MOST, shown_to

register = template.Library()


@register.inclusion_tag("welcome/own_page/_my_safeguarding.html")
def my_safeguarding(person: Person) -> dict[str, object]:
    """The concerns that are shown to them, the newest first."""
    return {"concerns": shown_to(person)[:AT_MOST]}
