"""The pieces of a written date: its numbers and the name of its month. Pure."""

import re

from .text_cleaning import clean_code

EXAMPLE = "Write it like 3 May 1992"
MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
]  # fmt: skip
_TIME = re.compile(
    r"(?:T|[\s,]+(?:at )?)\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?"
    r"\s*(?:[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?$",
    re.ASCII | re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\b\.?", re.I
)
_SMALL_WORDS = re.compile(r"(?<=[0-9])(?:st|nd|rd|th)(?![a-z])|\b(?:of|the)\b", re.I)
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_PIECE = re.compile(r"[0-9]+|[^\W\d_]+")
#: What may be between two pieces: any dash is a hyphen by now.
_BETWEEN = re.compile(r"[\s/\\.,\-_'’\u2044\u2215]*")
_MOST_DIGITS = 8


class NotADate(ValueError):
    """Not a date that anyone could be sure of. The sentence says what to write."""


def without_time(text: str) -> str:
    """In plain figures and hyphens, without the time of the day or of a half number.

    >>> without_time("03/05/1992 00:00"), without_time("1992-05-03T00:00:00Z")
    ('03/05/1992', '1992-05-03')
    >>> without_time("1992.0")
    '1992'
    """
    words = re.sub(r"\s+", " ", clean_code(text)).strip("\"'= ")
    words = re.sub(r"^([0-9]{4,8})\.0+$", r"\1", words)
    return _TIME.sub("", words).strip()


def pieces_of(words: str) -> tuple[list[str], int | None]:
    """Its one, two or three numbers, and its month if that is a word.

    >>> pieces_of("3rd of May, 1992"), pieces_of("Mon 03-05-1974")
    ((['3', '1992'], 5), (['03', '05', '1974'], None))
    """
    if _THOUSANDS.fullmatch(words):
        raise NotADate(
            "This is a number with a comma in it, not a date or a year. "
            "Write the year like 1992"
        )
    words = _SMALL_WORDS.sub(" ", _WEEKDAY.sub(" ", words))
    if _BETWEEN.sub("", _PIECE.sub("", words)):
        raise NotADate(_HOW)
    pieces = _PIECE.findall(words)
    numbers = [piece for piece in pieces if piece[0] in "0123456789"]
    months = [month_named(piece) for piece in pieces if piece not in numbers]
    month = months[0] if len(months) == 1 else None
    if months and month is None:
        raise NotADate(_HOW)
    most = 3 if month is None else 2
    if not 1 <= len(numbers) <= most or len(max(numbers, key=len)) > _MOST_DIGITS:
        raise NotADate(_HOW)
    return numbers, month


def month_named(word: str) -> int | None:
    """
    >>> [month_named(word) for word in ("MAY", "Sept", "mar", "ju", "Maria")]
    [5, 9, 3, None, None]
    """
    start = word.lower()
    if len(start) < 3:
        return None
    return next((i for i, name in enumerate(MONTHS, 1) if name.startswith(start)), None)


def figures_of(digits: str) -> list[str]:
    """Its parts, of 03051966 or 19660503; or of 3051966, which lost its nought.

    >>> figures_of("03051966"), figures_of("19660503"), figures_of("3051966")
    (['03', '05', '1966'], ['1966', '05', '03'], ['03', '05', '1966'])
    """
    if len(digits) not in (_MOST_DIGITS - 1, _MOST_DIGITS):
        raise NotADate(_HOW)
    digits = digits.zfill(_MOST_DIGITS)
    if digits[4:6] in ("18", "19", "20"):
        return [digits[:2], digits[2:4], digits[4:]]
    return [digits[:4], digits[4:6], digits[6:]]


_HOW = "Write a day like 3 May 1992, or only the year"
