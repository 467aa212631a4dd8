"""Keys of rows that a form or an address claims to hold. Pure."""

from collections.abc import Iterable
from contextlib import suppress
from uuid import UUID


def keys_in(texts: Iterable[object]) -> list[UUID]:
    """Those that are keys at all: a form can be sent by a machine.

    >>> keys_in(["x", "", "00000000-0000-4000-8000-000000000000"])
    [UUID('00000000-0000-4000-8000-000000000000')]
    """
    found = []
    for text in texts:
        with suppress(ValueError):
            found.append(UUID(str(text)))
    return found
