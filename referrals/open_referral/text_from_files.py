"""Whether a text of a file can be kept, and what a spreadsheet left in it. Pure."""

import re

_HYPERLINK = re.compile(r'=\s*HYPERLINK\(\s*"[^"]*"\s*[,;]\s*"([^"]+)"\s*\)', re.I)
_TEXT = re.compile(r'=\s*"([^"]*)"')
_QUOTES = "\"'“”‘’ "


def can_be_kept(words: str) -> bool:
    """No database keeps a NUL, and half a character is none."""
    halves = any("\ud800" <= sign <= "\udfff" for sign in words)
    return "\x00" not in words and not halves


def is_formula(words: str) -> bool:
    return words.lstrip().startswith("=")


def formula_shows(words: str) -> str:
    """What a cell with this formula shows, where that is plain to see.

    >>> formula_shows('=HYPERLINK("http://x.example","Help")'), formula_shows('="0131"')
    ('Help', '0131')
    >>> formula_shows("=A1+B1")
    ''
    """
    found = _HYPERLINK.fullmatch(words.strip()) or _TEXT.fullmatch(words.strip())
    return found[1].strip() if found else ""


def without_quotes(words: str) -> str:
    """
    >>> without_quotes('"+44 131 496 0161"')
    '+44 131 496 0161'
    """
    return words.strip(_QUOTES)
