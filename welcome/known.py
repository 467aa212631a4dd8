"""What is known already, so that nobody is asked for it twice."""

from typing import Any

from .actions.about import MAY
from .models import Person


def known_about(person: Person) -> dict[str, Any]:
    """What a new conversation's page begins with: safe contact and access needs."""
    wish = getattr(person, "contact_wish", None)
    needs = list(person.access_needs.all())
    return {
        "phone": wish.phone if wish else "",
        "email": wish.email if wish else "",
        "may": [name for name, column in MAY.items() if getattr(wish, column, False)],
        "reach_words": wish.words if wish else "",
        "access": [need.code for need in needs if need.code],
        "access_words": " ".join(need.words for need in needs if need.words),
        "interpreter": person.interpreter,
    }
