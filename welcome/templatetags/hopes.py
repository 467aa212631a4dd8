"""A person's hopes on the pages of all rooms, read only."""

from django import template

from ..models import Person
from ..reading.hope_history import open_hopes

register = template.Library()


@register.inclusion_tag("welcome/hopes/_hopes_card.html")
def hopes_card(person: Person) -> dict[str, object]:
    """On the person's own record: what matters now, and where to rate it. One query."""
    return {"person": person, "hopes": open_hopes(person)}


@register.inclusion_tag("welcome/hopes/_hopes_read.html")
def hopes_read(person: Person) -> dict[str, object]:
    """For a partner with whom the person shares them: nothing to press. One query.

    Ask for it only where the agreement says so.
    """
    return {"person": person, "hopes": open_hopes(person)}


@register.inclusion_tag("welcome/hopes/_hopes_listed.html")
def hopes_listed(person: Person) -> dict[str, object]:
    """On the copy that the person prints. One query."""
    return {"hopes": open_hopes(person)}
