"""Checks, unique columns and indexes, each by a name that says what it is for."""

from collections.abc import Sequence
from typing import Any

from django.db.models import CheckConstraint, Func, Index, Q, UniqueConstraint


def check(name: str, condition: Q | Func) -> CheckConstraint:
    return CheckConstraint(name=name, condition=condition)


def empty(*columns: str, **more: Any) -> Q:
    """Nothing in any of these, and `more`."""
    return Q(**dict.fromkeys(columns), **more)


def filled(*columns: str, **more: Any) -> Q:
    """Something in each of these, and `more`."""
    return Q(**{f"{column}__isnull": False for column in columns}, **more)


def all_or_none(name: str, *columns: str) -> CheckConstraint:
    """Columns that are filled together: who did it, and when."""
    return check(name, empty(*columns) | filled(*columns))


def either(name: str, one: str, other: str) -> CheckConstraint:
    """One of two columns, never both."""
    this = Q(**{f"{one}__isnull": False, other: None})
    that = Q(**{one: None, f"{other}__isnull": False})
    return check(name, this | that)


def one_of(name: str, column: str, values: Sequence[str]) -> CheckConstraint:
    """A column that holds one of these codes."""
    return check(name, Q(**{f"{column}__in": values}))


def not_empty(name: str, column: str) -> CheckConstraint:
    return check(name, ~Q(**{column: ""}))


def not_blank(name: str, column: str) -> CheckConstraint:
    """Words, and not only blanks."""
    return check(name, ~Q(**{f"{column}__regex": r"^\s*$"}))


def only_one(name: str, columns: list[str], among: Q | None = None) -> UniqueConstraint:
    """No two rows with the same in these columns, among those where this is true."""
    return UniqueConstraint(name=name, fields=columns, condition=among)


def index(name: str, columns: list[str], among: Q | None = None) -> Index:
    """An index of the rows where this is true, in this order."""
    return Index(name=name, fields=columns, condition=among)
