"""Whether a row has come since a meeting was settled, about the people who were in it.

A meeting is with a person, or with someone who came by an introduction.
"""

from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

#: A column of another row, and the one of a meeting with the same person in it.
_SAME_PEOPLE = [
    ("person", "person"),
    ("person", "introduction__person"),
    ("introduction", "introduction"),
]


def none_since(rows: QuerySet[Any], moment: str) -> Q:
    """No such row with the same people since a meeting was settled."""
    settled, none = {f"{moment}__gt": OuterRef("settled_at")}, Q()
    for column, of in _SAME_PEOPLE:
        none &= ~Q(Exists(rows.filter(**settled, **{column: OuterRef(of)})))
    return none
