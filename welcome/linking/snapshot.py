"""A mark of how two records stand: what was compared is what is linked."""

import hashlib

from ..models import Person
from .parts import compared
from .relations import moving


def seen(kept: Person, other: Person) -> str:
    """Changes when anything changes that the page compared, or that would be moved."""
    said = [(row.key, row.kept, row.other) for row in compared(kept, other)]
    holders = [_holder(person) for person in (kept, other)]
    there = [
        (relation.label, len(relation.keys(kept.pk)), relation.keys(other.pk))
        for relation in moving()
    ]
    return hashlib.sha256(repr((said, holders, there)).encode()).hexdigest()[:32]


def _holder(person: Person) -> list[str]:
    now = person.holdings.filter(until_at=None)
    return [str(key) for key in now.values_list("pk", flat=True)]
