"""A form's own key, `once`: the same words sent twice are kept once, others as well.

Each form that makes something carries a random key, and the row that it makes is found
by that key again. Someone who presses the button twice sends the same words: they are
kept once. Someone who goes back, writes other words and presses again means those, so
neither text may be lost. The second one is kept under a key of its own, which is made
from the first key and the words: pressed twice, it is one row as well. The database's
unique key has the last word where two presses arrive together.
"""

import uuid
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.db import IntegrityError, models, transaction
from django.http import HttpRequest

#: The columns that were typed, of whichever model. They are only ever compared.
Columns = Mapping[str, object]
T = TypeVar("T", bound=models.Model)

BOTH = "You sent this form before, with other words. We’ve kept both"


def other_key(once: UUID, said: Columns) -> UUID:
    """The key of other words under `once`: the same for the same words.

    >>> once = UUID(int=7)
    >>> one, other = other_key(once, {"words": "a"}), other_key(once, {"words": "b"})
    >>> one == other, one == other_key(once, {"words": "a"}), once in (one, other)
    (False, True, False)
    """
    return uuid.uuid5(once, repr([(name, _plain(said[name])) for name in sorted(said)]))


def find(
    model: type[T], once: UUID, said: Columns, *, key: str = "pk"
) -> tuple[T | None, UUID]:
    """The row that holds these words already, or None; and the key to keep them under.

    `said` are the columns that were typed, and whose they are.
    """
    rows = model._base_manager
    first = rows.filter(**{key: once}).first()
    if first is None or _holds(first, said):
        return first, once
    other = other_key(once, said)
    return rows.filter(**{key: other}).first(), other


def keep(
    model: type[T],
    once: UUID,
    said: Columns,
    *,
    key: str = "pk",
    seen_as: Columns | None = None,
    **more: object,
) -> tuple[T, bool]:
    """The row with these words, and whether it is new. Call inside a transaction.

    Safe without a lock: the second of two finds the row of the first.
    `seen_as` was typed as well, and is a property of the row, not a column; `more`
    are columns that no one typed.
    """
    found, free = find(model, once, {**said, **(seen_as or {})}, key=key)
    if found:
        return found, False
    try:
        with transaction.atomic():
            return model._base_manager.create(**{key: free}, **said, **more), True
    except IntegrityError:
        if not model._base_manager.filter(**{key: free}).exists():
            raise  # another rule was broken, not this one
    return keep(model, once, said, key=key, seen_as=seen_as, **more)


def is_another(made: models.Model, once: UUID, *, key: str = "pk") -> bool:
    """Whether other words were kept under the same form's key before."""
    if getattr(made, key) == once:
        return False
    return type(made)._base_manager.filter(**{key: once}).exists()


def say_kept(
    request: HttpRequest,
    made: models.Model,
    once: UUID,
    said: str,
    both: str,
    *,
    key: str = "pk",
) -> None:
    """`said` on the next page; where both texts were kept, that they are, and `both`.

    The words themselves are on that page, and never in the message: it is on whichever
    page is opened next.
    """
    if is_another(made, once, key=key):
        messages.warning(request, f"{BOTH}. {both}")
    else:
        messages.success(request, said)


def _holds(row: models.Model, said: Columns) -> bool:
    return all(_plain(getattr(row, name)) == _plain(said[name]) for name in said)


def _plain(value: Any) -> str:
    """A value as the same text each time: rows by their key, ticks in one order."""
    if isinstance(value, models.Model):
        return str(value.pk)
    if isinstance(value, list | set | frozenset | tuple):
        return repr(sorted(_plain(one) for one in value))
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return str(value) if value is not None else ""
