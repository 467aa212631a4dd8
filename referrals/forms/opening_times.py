"""Times of a day, as people write them: 9, 9:00, 9.30, 5pm; two with a comma. Pure."""

import re
from collections.abc import Iterable
from datetime import time

from welcome.values.numbers_from_outside import whole_number

from ..open_referral.nights import closes_as_it_should

_TIME = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?", re.ASCII)


def read_times(words: str) -> list[time]:
    """Each time that is written. Raises ValueError with a sentence for people.

    >>> [f"{at:%H:%M}" for at in read_times("9, 1.30pm")]
    ['09:00', '13:30']
    """
    return [_read(one.strip()) for one in words.lower().split(",") if one.strip()]


def in_words(times: Iterable[time]) -> str:
    """As `read_times` takes it.

    >>> in_words([time(9), time(13, 30)])
    '9:00, 13:30'
    """
    return ", ".join(f"{at.hour}:{at:%M}" for at in times)


def pair(opens: str, closes: str) -> list[tuple[time, time]]:
    """The times of one day, opening with closing. Raises ValueError with a sentence."""
    first, last = read_times(opens), read_times(closes)
    if len(first) != len(last):
        raise ValueError("Write when it opens and when it closes, or neither")
    pairs = sorted(zip(first, last, strict=True))
    if not all(closes_as_it_should(opens, closes) for opens, closes in pairs):
        raise ValueError(
            "The closing time must be after the opening time, or early the next day"
        )
    if any(_overlap(*pairs[n], pairs[n + 1][0]) for n in range(len(pairs) - 1)):
        raise ValueError("These times overlap")
    return pairs


def _overlap(opens: time, closes: time, next_opens: time) -> bool:
    """Whether it opens again before it has closed: after a night, in any case."""
    return closes > next_opens or closes < opens


def _read(words: str) -> time:
    match = _TIME.fullmatch(words)
    hour, minute = (_figures(match[1]), _figures(match[2])) if match else (99, 0)
    if hour > 23 or minute > 59 or (match and match[3] and hour > 12):
        raise ValueError("Write a time like 9:00")
    if match and match[3] and hour:
        hour = hour % 12 + (12 if match[3] == "pm" else 0)
    return time(hour, minute)


def _figures(text: str | None) -> int:
    return whole_number(text) or 0
