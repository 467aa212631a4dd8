"""What is known already, so that no one is asked for it twice."""

from ..facts import Facts, facts_of
from ..models import Person


def known_about(person: Person) -> Facts:
    """What a new conversation's page begins with: safe contact and access needs."""
    return facts_of(person, "reach") | facts_of(person, "needs")
