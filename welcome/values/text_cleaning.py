"""Cleans text from outside: forms, files, other programs, the search box. Pure.

What cannot be seen makes two names differ that look the same, and stops an e-mail from
being sent. `clean` is for every text. `clean_code` is for what is compared sign by
sign: phones, e-mail addresses, numbers, postcodes.
"""

import re
import unicodedata
from functools import lru_cache

#: Marks of the category "format" that are seen, in Arabic, Syriac and Kaithi.
_SEEN = "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd"
#: They count as letters or marks, and nothing is seen of them.
_BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0"
_NEW_LINES = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_HYPHENS = "\u2010\u2011"
#: Bullets, ticks and arrows of Word's symbol fonts: no other font has these signs.
_OF_SYMBOL_FONTS = {
    "\uf02d": "–", "\uf06e": "■", "\uf0a7": "▪", "\uf0a8": "◦", "\uf0b7": "•",
    "\uf0d8": "➢", "\uf0e0": "→", "\uf0fc": "✓",
}  # fmt: skip
_JOINERS = re.compile("[\u200c\u200d]+")
_VARIANTS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]+")
_KEYCAP = "\u20e3"
_WESTERN = ("LATIN", "GREEK", "CYRILLIC", "COMBINING")
#: The flags of England, Scotland and Wales are spelt with signs that hide elsewhere.
_FLAG = "\U0001f3f4\U000e0067\U000e0062(?:{})\U000e007f".format(
    "|".join(
        "".join(chr(0xE0000 + ord(letter)) for letter in land)
        for land in ("eng", "sct", "wls")
    )
)
_LOOK_AT = re.compile(rf"{_FLAG}|[^\t\n\r -~]")
_DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63]")


def clean(text: str) -> str:
    """Without what cannot be seen; every blank is a space. New lines stay.

    A joiner stays where a script or a picture needs it: Persian, Hindi, a family.

    >>> clean("Ami\\u200bna\\u00a0Yu\\u00adsuf"), clean("Anne\\u2011Marie")
    ('Amina Yusuf', 'Anne-Marie')
    >>> clean("\\uf0b7 Tea")
    '• Tea'
    >>> clean("می\\u200cخواهم") == "می\\u200cخواهم", clean("Ami\\u200dna")
    (True, 'Amina')
    """
    text = _LOOK_AT.sub(lambda found: _kept(found[0]), text)
    if text.isascii():
        return text
    text = unicodedata.normalize("NFC", text)
    text = _VARIANTS.sub(_needed_variant, text)
    return unicodedata.normalize("NFC", _JOINERS.sub(_needed_joiner, text))


def clean_bare(text: str) -> str:
    """The same, without joiners: to compare two names, however they were typed."""
    return _VARIANTS.sub("", _JOINERS.sub("", clean(text)))


def clean_code(text: str) -> str:
    """For what holds figures and signs only: plain figures, hyphens and blanks.

    >>> clean_code("٠٧٧٠٠ ９００１２３"), clean_code("amina\\u200d＠example.org ")
    ('07700 900123', 'amina@example.org')
    """
    text = "".join(map(_plain, clean_bare(text)))
    return _DASHES.sub("-", text).strip()


@lru_cache(maxsize=10_000)
def _kept(sign: str) -> str:
    """What stands for one sign, or one flag."""
    kind = "flag" if len(sign) > 1 else unicodedata.category(sign)
    if sign in _NEW_LINES:
        return "\n"
    if sign in _HYPHENS or kind == "Zs":
        return " " if kind == "Zs" else "-"
    is_format = kind == "Cf" and sign not in _SEEN and not _JOINERS.match(sign)
    if is_format or kind in ("Cc", "Cs") or sign in _BLANK:
        return ""
    return _OF_SYMBOL_FONTS.get(sign, sign)


def _needed_joiner(found: re.Match[str]) -> str:
    """One joiner between two signs that can be joined; else none."""
    before, after = _beside(found)
    return found[0][0] if _can_be_joined(before) and _can_be_joined(after) else ""


def _needed_variant(found: re.Match[str]) -> str:
    """How a picture or an eastern sign is drawn; nothing behind a western letter."""
    before, after = _beside(found)
    is_key = before.isascii() and after == _KEYCAP
    return found[0][0] if is_key or _can_be_joined(before) else ""


def _beside(found: re.Match[str]) -> tuple[str, str]:
    """The sign before it and the sign after it, where there are any."""
    start, end = found.span()
    return found.string[max(start - 1, 0) : start], found.string[end : end + 1]


@lru_cache(maxsize=10_000)
def _can_be_joined(sign: str) -> bool:
    """Letters and marks of scripts that join, and pictures."""
    if not sign or sign.isascii():
        return False
    name = unicodedata.name(sign, "")
    return unicodedata.category(sign)[0] in "LMS" and not name.startswith(_WESTERN)


@lru_cache(maxsize=10_000)
def plain_figure(sign: str) -> str:
    """A figure of any script as 0 to 9; any other sign as it is."""
    figure = unicodedata.decimal(sign, None)
    return sign if figure is None else str(figure)


def _plain(sign: str) -> str:
    is_wide = "\uff01" <= sign <= "\uff5e"
    return unicodedata.normalize("NFKC", sign) if is_wide else plain_figure(sign)
