"""Services of which a feed's list says little, and where the rest is said. Pure.

Many feeds of version 1 list no more than an id and a name. The whole service has an
address of its own, which the standard names: `/services/{id}`.
"""

from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit
from uuid import UUID

from .hanging_on import says_more
from .said import Said
from .service_pages import Unreadable, services_in
from .version_one import as_version_3

#: What is asked of a list, and of no single service.
_OF_A_LIST = {"page", "per_page", "full"}


def is_bare(told: Any, *, is_version_one: bool) -> bool:
    """Whether the list leaves out what we need, or, in version 1, all the details.

    >>> is_bare({"id": str(UUID(int=1)), "name": "Tea"}, is_version_one=False)
    True
    >>> is_bare({"name": "Tea"}, is_version_one=True)  # no id, so no address
    False
    """
    if key_of(told) is None:
        return False
    if not isinstance(told.get("organization"), dict):
        return True
    return is_version_one and not says_more(Said(as_version_3(told)))


def address_of(told: Any, feed: str) -> str:
    """
    >>> address_of({"id": str(UUID(int=1))}, "https://x.example/services/?page=2&a=1")
    'https://x.example/services/00000000-0000-0000-0000-000000000001?a=1'
    """
    parts = urlsplit(feed)
    kept = [pair for pair in parse_qsl(parts.query) if pair[0] not in _OF_A_LIST]
    path = f"{parts.path.rstrip('/')}/{key_of(told)}"
    return parts._replace(path=path, query=urlencode(kept)).geturl()


def with_details(told: Any, content: bytes) -> Any:
    """The whole service, from its own page; as the list said it where that is other.

    >>> tea = {"id": str(UUID(int=1)), "name": "Tea"}
    >>> with_details(tea, b"<html>") == tea
    True
    """
    try:
        found = services_in(content)
    except Unreadable:
        return told
    same = (one for one in found if key_of(one) == key_of(told))
    whole = next(same, None)
    return told | whole if whole else told


def key_of(told: Any) -> UUID | None:
    """Its id, if it has one by which it could be known again."""
    try:
        return UUID(told["id"]) if isinstance(told, dict) else None
    except (KeyError, ValueError, TypeError, AttributeError):
        return None
