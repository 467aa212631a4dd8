"""The services of a file, or of one page of a feed, in either version. Pure."""

import json
from dataclasses import dataclass, field
from typing import Any, NoReturn

from welcome.values.numbers_from_outside import whole_number

#: How version 3 and version 1 name the list of a page, and how many pages there are.
_LISTS = ("contents", "content")
_PAGES = ("total_pages", "totalPages")
_NO_SERVICE = "The file has no service, and no list or page of services."


class Unreadable(ValueError):
    """The file as a whole cannot be read. Carries a sentence."""


@dataclass(frozen=True)
class ServicePage:
    #: Of how many pages; None where it does not say.
    pages: int | None
    services: list[Any] = field(default_factory=list)
    is_version_one: bool = False


def services_in(content: bytes) -> list[Any]:
    """One service, a list of them, or the page of a feed. Raises Unreadable."""
    said = _json(content)
    return [said] if _is_one(said) else _page(said).services


def page_in(content: bytes) -> ServicePage:
    """A page of a feed, and of how many. Raises Unreadable."""
    said = _json(content)
    if _is_one(said):
        raise Unreadable("It does not answer with a page of services.")
    return _page(said)


def _is_one(said: object) -> bool:
    return isinstance(said, dict) and not any(key in said for key in _LISTS)


def _page(said: Any) -> ServicePage:
    if isinstance(said, list):
        return ServicePage(1, said)
    if not isinstance(said, dict):
        raise Unreadable(_NO_SERVICE)
    services = next((said[key] for key in _LISTS if key in said), None)
    if not isinstance(services, list):
        raise Unreadable(_NO_SERVICE)
    pages = next((said[key] for key in _PAGES if key in said), None)
    is_old = "content" in said and "contents" not in said
    return ServicePage(whole_number(pages), services, is_old)


def _json(content: bytes) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError as problem:
        raise Unreadable("The file is not written in UTF-8.") from problem
    except (ValueError, RecursionError) as problem:
        raise Unreadable("The file is not JSON.") from problem


def _no_number(words: str) -> NoReturn:
    raise ValueError(f"{words} is not a JSON number")
