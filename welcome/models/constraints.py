"""The checks that many tables ask of the database, each by a name that says it."""

from collections.abc import Sequence
from typing import Any

from django.db.models import CheckConstraint, Q


def empty(*columns: str, **more: Any) -> Q:
    """Nothing in any of these, and `more`."""
    return Q(**dict.fromkeys(columns), **more)


def filled(*columns: str, **more: Any) -> Q:
    """Something in each of these, and `more`."""
    return Q(**{f"{column}__isnull": False for column in columns}, **more)


def all_or_none(name: str, *columns: str) -> CheckConstraint:
    """Columns that are filled together: who did it, and when."""
    return CheckConstraint(name=name, condition=empty(*columns) | filled(*columns))


def either(name: str, one: str, other: str) -> CheckConstraint:
    """One of two columns, never both."""
    this = Q(**{f"{one}__isnull": False, other: None})
    that = Q(**{one: None, f"{other}__isnull": False})
    return CheckConstraint(name=name, condition=this | that)


def one_of(name: str, column: str, values: Sequence[str]) -> CheckConstraint:
    """A column that holds one of these codes."""
    return CheckConstraint(name=name, condition=Q(**{f"{column}__in": values}))


def not_empty(name: str, column: str) -> CheckConstraint:
    return CheckConstraint(name=name, condition=~Q(**{column: ""}))


def not_blank(name: str, column: str) -> CheckConstraint:
    """Words, and not only blanks."""
    return CheckConstraint(name=name, condition=~Q(**{f"{column}__regex": r"^\s*$"}))
