"""The style sheets of a page, in the order in which they soften each other."""

from django import template
from django.templatetags.static import static

register = template.Library()


@register.filter
def sheets(names: str) -> list[str]:
    """Addresses under static/css/ for names with blanks between them."""
    return [static(f"css/{name}.css") for name in names.split()]
