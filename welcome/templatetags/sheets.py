"""The stylesheets of a page, in the order in which they override each other."""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

register = template.Library()

#: Every sheet under static/css/: what every page has, then one for each subject.
ON_EVERY_PAGE = ("nhsuk-10.6.1", "tokens", "page", "forms")
ORDER = (
    *ON_EVERY_PAGE,
    "cards",
    "answering",
    "offers",
    "workload",
    "person",
    "timeline",
    "agreements",
    "own_page",
    "linking",
    "lists",
    "filters",
    "calendar",
    "today",
    "imports",
    "huddles",
    "front",
    "tables",
    "numbers",
    "tale",
    "hopes",
    "map",
)
_PLACE = {name: place for place, name in enumerate(ORDER)}


@register.simple_block_tag
def sheets(content: str) -> SafeString:
    """Links to the sheets named between the tags, each once and in their order."""
    names = sorted(set(content.split()), key=_PLACE.__getitem__)
    links = [(static(f"css/{name}.css"),) for name in names]
    return format_html_join("\n  ", '<link rel="stylesheet" href="{}">', links)
