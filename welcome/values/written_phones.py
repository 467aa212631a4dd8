"""A cell or a line with phone numbers in it, and what else it says. Pure."""

import re
from dataclasses import dataclass

from phonenumbers import Leniency, PhoneNumberMatch, PhoneNumberMatcher

from . import phones

#: More figures than these beside the numbers may be another number.
_STRAY = 5
_BETWEEN = re.compile(r"^(?:or|and|/|,|;|&|\||\s)+|(?:or|and|/|,|;|&|\||\s)+$")


@dataclass(frozen=True)
class WrittenPhones:
    """The numbers, each once; and the other words, which say whose they are."""

    numbers: tuple[str, ...]
    words: str

    @property
    def the_one(self) -> str:
        """The number, if there is only one that it can be; else nothing."""
        stray = len(re.sub(r"[^0-9]", "", self.words)) > _STRAY
        return self.numbers[0] if len(self.numbers) == 1 and not stray else ""


def read(text: str) -> WrittenPhones:
    """Raises ValueError with a sentence where there is no number.

    >>> read("07700 900116 (mum)")
    WrittenPhones(numbers=('07700 900116',), words='mum')
    >>> read("7700900112 or 0131 496 0118 ext 12").numbers
    ('07700900112', '0131 496 0118')
    >>> read("0131 496 0118 ext 12").words, read("07700 900118/07700900118").the_one
    ('extension 12', '07700 900118')
    """
    text = phones.tidy(text)
    if phones.is_phone(text):
        return WrittenPhones((with_nought(text),), "")
    found = [match for match in _matches(text) if phones.is_phone(_number(match))]
    if not found:
        raise ValueError(phones.what_is_wrong(text))
    once = {phones.digits(_number(m)): with_nought(_number(m)) for m in reversed(found)}
    return WrittenPhones(tuple(reversed(once.values())), _words_beside(text, found))


def with_nought(text: str) -> str:
    """A nought that the spreadsheet swallowed is given back.

    >>> with_nought("7700900123"), with_nought("+44 7700 900123")
    ('07700900123', '+44 7700 900123')
    """
    is_without = not text.startswith(("0", "+", "(0", "(+"))
    is_here = phones.digits(text).startswith("0") and not text.startswith("44")
    return f"0{text}" if is_without and is_here else text


def _matches(text: str) -> list[PhoneNumberMatch]:
    return list(PhoneNumberMatcher(text, "GB", leniency=Leniency.POSSIBLE))


def _number(match: PhoneNumberMatch) -> str:
    """As it was written, without its extension."""
    raw = str(match.raw_string)
    if match.number.extension:
        raw = re.split(r"(?:ext|[x#,;~])", raw, maxsplit=1, flags=re.IGNORECASE)[0]
    return phones.tidy(raw.rstrip(" .("))


def _words_beside(text: str, found: list[PhoneNumberMatch]) -> str:
    """What is written before, between and behind the numbers."""
    parts, at = [], 0
    for match in found:
        parts.append(text[at : match.start])
        if match.number.extension:
            parts.append(f"extension {match.number.extension}")
        at = match.end
    parts.append(text[at:])
    bare = [_BETWEEN.sub("", part.strip(" ()[]:.-")).strip(" ()[]:") for part in parts]
    return "; ".join(filter(None, bare))
