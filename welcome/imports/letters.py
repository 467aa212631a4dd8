"""Which letters the bytes of a file mean. A doubt is asked about, never guessed. Pure.

A file does not say how its letters were saved. UTF-8 proves itself; of the older ways,
each reads the others' bytes as something. What tells them apart are signs that stand
in no name: a capital in the middle of a word, an opening quotation mark at its end.
"""

import codecs
import re
from collections.abc import Callable
from dataclasses import dataclass

from .odd_letters import TWICE, oddness, words_beyond_ascii

#: What the page calls each way, for the user who chooses.
WAYS = {
    "utf-8": "Unicode",
    "utf-16": "Unicode, as Windows saves it",
    "twice": "Unicode, saved twice by mistake",
    "mixed": "Unicode, with some letters from Windows",
    "cp1252": "Windows",
    "mac_roman": "an older Mac",
    "cp850": "DOS",
}


@dataclass(frozen=True)
class Letters:
    """The text; by which way it was read; and the other ways it may be meant."""

    text: str
    way: str
    #: Where there is a doubt: each way, the likeliest first, with some words by it.
    asks: tuple[tuple[str, str], ...] = ()


def read_letters(content: bytes, way: str = "") -> Letters:
    """The text, by `way` where someone has chosen. Raises ValueError: no text at all.

    >>> read_letters("Zoë".encode("cp1252")).text, read_letters(b"Zo\\x91, x").way
    ('Zoë', 'mac_roman')
    """
    if way in WAYS:
        return Letters(_READ[way](content), way, read_letters(content).asks)
    if wide := _wide(content):
        return Letters(wide, "utf-16")
    texts = {way: text for way in _likely(content) if (text := _try(way, content))}
    if not texts:
        raise ValueError("no text")
    first, *_ = texts
    if first == "utf-8" and len(texts) == 1:
        return Letters(texts[first], first)
    odd = {way: oddness(text) for way, text in texts.items()}
    best = sorted(texts, key=lambda way: odd[way])
    if odd[first] == 0 and first in ("utf-8", "cp1252"):
        return Letters(texts[first], first)
    asks = tuple((way, _sample(texts, way)) for way in best if _differs(texts, way))
    return Letters(texts[best[0]], best[0], asks if len(asks) > 1 else ())


def _likely(content: bytes) -> list[str]:
    """The ways that may have been meant, what is usual first."""
    if _try("utf-8", content):
        text = _as_utf8(content)
        return ["utf-8", "twice"] if _twice(text) != text else ["utf-8"]
    if re.search(rb"[\xc3\xc5][\x80-\xbf]", content):
        return ["mixed", "cp1252"]
    return ["cp1252", "mac_roman", "cp850"]


def _differs(texts: dict[str, str], way: str) -> bool:
    """No earlier way reads the very same text."""
    earlier = list(texts)[: list(texts).index(way)]
    return all(texts[other] != texts[way] for other in earlier)


def _sample(texts: dict[str, str], way: str) -> str:
    """Some words that are not the same by each way."""
    words = words_beyond_ascii(texts[way])
    found = dict.fromkeys(word.strip('"') for word in words)
    return ", ".join(list(found)[:4])[:120]


def _try(way: str, content: bytes) -> str:
    try:
        return _READ[way](content)
    except (UnicodeError, ValueError):
        return ""


def _wide(content: bytes) -> str:
    """The text of UTF-16, with or without its mark; or nothing."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content[: len(content) // 2 * 2].decode("utf-16", "replace")
        return "" if "\x00" in text else text
    start = content[:4096]
    halves = {"utf-16-le": start[1::2], "utf-16-be": start[0::2]}
    for way, half in halves.items():
        if half and half.count(0) > len(half) * 0.4:
            text = content[: len(content) // 2 * 2].decode(way, "replace")
            return "" if "\x00" in text else text
    return ""


def _as_utf8(content: bytes) -> str:
    return content.decode("utf-8-sig")


def _twice(text: str) -> str:
    """With each piece put right that can be read as UTF-8 once more."""
    return TWICE.sub(lambda found: _once(found[0]), text)


def _once(piece: str) -> str:
    try:
        return b"".join(map(_byte, piece)).decode("utf-8")
    except (UnicodeError, ValueError):
        return piece


def _byte(sign: str) -> bytes:
    """The byte of a Windows letter; of those that Windows leaves out, the same."""
    return bytes([ord(sign)]) if ord(sign) < 0x100 else sign.encode("cp1252")


def _stray(problem: UnicodeError) -> tuple[str, int]:
    assert isinstance(problem, UnicodeDecodeError)
    stray = problem.object[problem.start : problem.end]
    return stray.decode("cp1252", "replace"), problem.end


codecs.register_error("stray_windows_letters", _stray)


def _plain(way: str) -> Callable[[bytes], str]:
    def read(content: bytes) -> str:
        return _no_nothing(content.decode(way))

    return read


def _no_nothing(text: str) -> str:
    if "\x00" in text:
        raise ValueError("no text")
    return text


_READ: dict[str, Callable[[bytes], str]] = {
    "utf-8": _plain("utf-8-sig"),
    "utf-16": lambda content: _wide(content) or content.decode("utf-16"),
    "twice": lambda content: _twice(_as_utf8(content)),
    "mixed": lambda content: _no_nothing(
        content.decode("utf-8-sig", "stray_windows_letters")
    ),
    "cp1252": _plain("cp1252"),
    "mac_roman": _plain("mac_roman"),
    "cp850": _plain("cp850"),
}
