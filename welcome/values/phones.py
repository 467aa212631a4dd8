"""Phone numbers as people write them. Pure."""

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber

from .text_cleaning import clean_code

ONE = "Write one number in each box"
_SHAPE = "Write a phone number, like 07700 900123"
_LOST = (
    "The spreadsheet has cut this phone number short, so its last digits are lost. "
    "Write the whole number, like 07700 900123"
)
_EXTENSION = "Write only the number, without its extension, like 0131 496 0142"
#: No number in the world has more figures (ITU-T E.164).
_MOST = 15
#: Figures of a number in Britain behind its 0 or +44.
_HERE, _IN_BRITAIN = 44, (9, 10)
_WRITTEN = re.compile(r"\(?\+?[0-9 ()\-./]+")
#: What parts two numbers: any sign that is none of a number's, or another plus.
_APART = re.compile(r"[^0-9+ ().\-]+|(?<=[0-9) ])(?=\+)")
#: Fewer figures are part of a number, as in 0131/496 0142.
_A_NUMBER_OF_ITS_OWN = 6
#: How a spreadsheet marks that a cell is a text: ="07700900113", or '07700900113.
_TEXT_MARK = re.compile(r"""^(?:="(.*)"|['‘’`](.*))$""", re.DOTALL)
_AS_A_NUMBER = re.compile(r"(\+?[0-9]{7,15})[.,]0+")
_SCIENTIFIC = re.compile(r"([0-9])[.,]?([0-9]*)E\+?([0-9]{1,2})", re.IGNORECASE)


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
    text = tidy(phone)
    figures = re.sub(r"^(?:00)?44(?=0?[0-9]{9,10}$)0?", "0", _figures(text))
    figures = figures.removeprefix("00")  # another country, as with a plus
    if re.fullmatch(r"[123578][0-9]{9}", figures) and "+" not in text:
        figures = f"0{figures}"  # a nought that a spreadsheet has swallowed
    return figures if len(figures) <= _MOST else ""


def tidy(phone: str) -> str:
    """As it was written, in plain figures, with single blanks.

    Without what a spreadsheet adds: a mark of text, or a nought behind a point.

    >>> tidy(" +44\\u00a0(0)7700  900\\u2011418 "), tidy("7700900112.0")
    ('+44 (0)7700 900-418', '7700900112')
    >>> tidy('="07700900113"'), tidy("'07700900114"), tidy("7.700900123E+9")
    ('07700900113', '07700900114', '7700900123')
    """
    text = " ".join(clean_code(phone).split())
    while mark := _TEXT_MARK.match(text):
        text = (mark[1] or mark[2] or "").strip()
    if number := _AS_A_NUMBER.fullmatch(text):
        return number[1]
    science = _SCIENTIFIC.fullmatch(text)
    is_whole = science and len(science[2]) == int(science[3])
    return science[1] + science[2] if science and is_whole else text


def is_phone(text: str) -> bool:
    """Whether someone in Britain could be rung on it.

    >>> is_phone("0131 496 0142"), is_phone("ask at the library"), is_phone("999")
    (True, False, False)
    >>> is_phone("+353 1 496 0142"), is_phone("496 0142 496 0143")
    (True, False)
    """
    text = tidy(text)
    if not _WRITTEN.fullmatch(text) or are_several(text):
        return False
    number = _parsed(text)
    if number is None or not phonenumbers.is_possible_number(number):
        return False
    figures = digits(text)
    if number.country_code == _HERE:
        national = phonenumbers.national_significant_number(number)
        return figures == f"0{national}" and len(national) in _IN_BRITAIN
    return 8 <= len(figures) <= _MOST


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
    text = tidy(text)
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
    if is_phone(text):
        return ""
    if _SCIENTIFIC.fullmatch(tidy(text)):
        return _LOST
    number = _parsed(tidy(text))
    return _EXTENSION if number and number.extension else _SHAPE


def _parsed(text: str) -> PhoneNumber | None:
    """As the library reads it. Ofcom's numbers for drama are possible, not valid."""
    try:
        return phonenumbers.parse(text, "GB")
    except NumberParseException:
        return None


def _figures(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)
