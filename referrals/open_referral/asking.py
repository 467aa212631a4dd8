"""What someone asks of the open feed, read from the words of an address. Pure."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time
from typing import TypeVar
from uuid import UUID

from welcome.values.numbers_from_outside import whole_number
from welcome.values.text_cleaning import clean, clean_code

T = TypeVar("T")

#: No page holds more.
MOST = 100
_USUAL = 20
#: Further no one turns; behind it a database would only count.
_LAST_PAGE = 100_000
_OLDEST = 150
_DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_DISTRICT = re.compile(r"([A-Z]{1,2}\d[A-Z\d]?)(?: ?\d[A-Z]{2})?")


class Unclear(ValueError):
    """Something in the question cannot be read. Carries a sentence."""


@dataclass(frozen=True)
class Asked:
    page: int
    per_page: int
    search: list[str]
    term: UUID | None
    taxonomy: UUID | None
    minimum_age: int | None
    maximum_age: int | None
    day: int | None
    start: time | None
    end: time | None
    district: str
    full: bool


def read(given: Mapping[str, str]) -> Asked:
    """What is asked. Raises Unclear; what is not known to the standard is passed over.

    >>> asked = read({"page": "2", "day": "mo", "postcode": "eh67aa"})
    >>> asked.page, asked.per_page, asked.day, asked.district
    (2, 20, 1, 'EH6')
    """
    if given.get("proximity"):
        raise Unclear("proximity is not supported: use postcode alone.")
    whole = _whole(1, _LAST_PAGE)
    return Asked(
        page=_read(given, "page", whole) or 1,
        per_page=_read(given, "per_page", _whole(1, MOST)) or _USUAL,
        search=(_read(given, "search", _words) or [])[:8],
        term=_read(given, "taxonomy_term_id", _uuid),
        taxonomy=_read(given, "taxonomy_id", _uuid),
        minimum_age=_read(given, "minimum_age", _whole(0, _OLDEST)),
        maximum_age=_read(given, "maximum_age", _whole(0, _OLDEST)),
        day=_read(given, "day", _day),
        start=_read(given, "start_time", _time),
        end=_read(given, "end_time", _time),
        district=_read(given, "postcode", _district) or "",
        full=bool(_read(given, "full", _yes)),
    )


def _read(given: Mapping[str, str], name: str, how: Callable[[str], T]) -> T | None:
    """`how` gives what was meant, or raises ValueError with what would be right."""
    words = clean(given.get(name, "")).strip()
    if not words:
        return None
    try:
        return how(words)
    except ValueError as problem:
        raise Unclear(f"{name} must be {problem}.") from problem


def _whole(least: int, most: int) -> Callable[[str], int]:
    def read_whole(words: str) -> int:
        number = whole_number(words.removesuffix(".0"), least=least, most=most)
        if number is None:
            raise ValueError(f"a whole number from {least} to {most}")
        return number

    return read_whole


def _words(words: str) -> list[str]:
    if len(words) > 200:
        raise ValueError("at most 200 characters")
    return words.split()


def _uuid(words: str) -> UUID:
    try:
        return UUID(words)
    except ValueError as problem:
        raise ValueError("a UUID") from problem


def _day(words: str) -> int:
    for names in (_DAYS, [name.upper() for name in _NAMES]):
        if words.upper() in names:
            return names.index(words.upper()) + 1
    raise ValueError(f"one of {', '.join(_DAYS)}")


def _time(words: str) -> time:
    match = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)(:[0-5]\d)?Z?", words, re.ASCII)
    if match is None:
        raise ValueError("a time, like 09:30")
    return time(whole_number(match[1]) or 0, whole_number(match[2]) or 0)


def _district(words: str) -> str:
    match = _DISTRICT.fullmatch(" ".join(clean_code(words).upper().split()))
    if match is None:
        raise ValueError("a postcode, or its first half, like EH6")
    return match[1]


def _yes(words: str) -> bool:
    if words.lower() not in ("true", "false", "1", "0"):
        raise ValueError("true or false")
    return words.lower() in ("true", "1")
