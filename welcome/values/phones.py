"""Phone numbers as people write them. Pure."""

import re

from .text_cleaning import clean_code

ONE = "Write one number in each box"
_SHAPE = "Write a phone number, like 07700 900123"
#: No number in the world has more figures (ITU-T E.164).
_MOST = 15
_WRITTEN = re.compile(r"\(?\+?[0-9 ()\-./]+")
#: What parts two numbers: any sign that is none of a number's, or another plus.
_APART = re.compile(r"[^0-9+ ().\-]+|(?<=[0-9) ])(?=\+)")
#: Fewer figures are part of a number, as in 0131/496 0142.
_A_NUMBER_OF_ITS_OWN = 6


def digits(phone: str) -> str:
    """The figures alone, the country's code as a nought, to compare two numbers.

    Nothing where there are more figures than a number has: then it is not one.

    >>> digits("+44 7700 900 418"), digits("(0044) 7700-900418"), digits("7700 900418")
    ('07700900418', '07700900418', '07700900418')
    >>> digits("+44 (0)7700 900418"), digits("٠٧٧٠٠ ٩٠٠٤١٨")
    ('07700900418', '07700900418')
    >>> digits("07700 900418 0131 496 0142")
    ''
    """
    text = clean_code(phone)
    figures = re.sub(r"^(?:00)?44(?=0?[0-9]{9,10}$)0?", "0", _figures(text))
    figures = figures.removeprefix("00")  # another country, as with a plus
    if re.fullmatch(r"[1237][0-9]{9}", figures) and "+" not in text:
        figures = f"0{figures}"  # a nought that a spreadsheet has swallowed
    return figures if len(figures) <= _MOST else ""


def tidy(phone: str) -> str:
    """As it was written, in plain figures, with single blanks.

    >>> tidy(" +44\\u00a0(0)7700  900\\u2011418 ")
    '+44 (0)7700 900-418'
    """
    return " ".join(clean_code(phone).split())


def is_phone(text: str) -> bool:
    """Whether somebody in Britain could be rung on it.

    >>> is_phone("0131 496 0142"), is_phone("ask at the library"), is_phone("999")
    (True, False, False)
    >>> is_phone("+353 1 496 0142"), is_phone("496 0142 496 0143")
    (True, False)
    """
    text = tidy(text)
    if not _WRITTEN.fullmatch(text) or are_several(text):
        return False
    figures = digits(text)
    if figures.startswith("0"):
        return len(figures) in (10, 11)
    if "+" in text or _figures(text).startswith("00"):
        return 8 <= len(figures) <= _MOST and not figures.startswith("44")
    return len(figures) == 10


def mobile(text: str) -> str:
    """The number as a gateway wants it (E.164), if it can take a text; else nothing.

    >>> mobile("07700 900418"), mobile("+44 (0)7700 900418"), mobile("0131 496 0142")
    ('+447700900418', '+447700900418', '')
    >>> mobile("+353 85 496 0142"), mobile("")
    ('+353854960142', '')
    """
    if not is_phone(text):
        return ""
    figures = digits(text)
    if figures.startswith("07") and len(figures) == 11:
        return f"+44{figures[1:]}"
    return "" if figures.startswith("0") else f"+{figures}"


def are_several(text: str) -> bool:
    """Whether more than one number stands there.

    >>> are_several("07700 900118 / 0131 496 0142"), are_several("0131/496 0142")
    (True, False)
    >>> are_several("07700900118 07700900119"), are_several("496 0142, 496 0143")
    (True, True)
    """
    text = clean_code(text)
    parts = [_figures(part) for part in _APART.split(text)]
    if sum(len(part) >= _A_NUMBER_OF_ITS_OWN for part in parts) > 1:
        return True
    if text.isdecimal():
        return False  # without a gap it is none, rather than two
    is_abroad = any(part.startswith("00") for part in parts) or "+" in text
    return len("".join(parts)) > (_MOST if is_abroad else 13)


def what_is_wrong(text: str) -> str:
    """A sentence where this is not one phone number, or nothing.

    >>> what_is_wrong("07700 900118 or 0131 496 0142"), what_is_wrong("07700 900118")
    ('Write one number in each box', '')
    """
    if are_several(text):
        return ONE
    return "" if is_phone(text) else _SHAPE


def _figures(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)
