"""Phone numbers as people write them. Pure."""

import re


def digits(phone: str) -> str:
    """The figures alone, the country's code as a nought, to compare two numbers.

    >>> digits("+44 7700 900 418"), digits("(0044) 7700-900418"), digits("07700 900418")
    ('07700900418', '07700900418', '07700900418')
    >>> digits("+44 (0)7700 900418")
    '07700900418'
    """
    figures = re.sub(r"\D", "", phone)
    return re.sub(r"^(?:00)?44(?=0?\d{9,10}$)0?", "0", figures)[:15]


def is_phone(text: str) -> bool:
    """Whether somebody in Britain could be rung on it.

    >>> is_phone("0131 496 0142"), is_phone("ask at the library"), is_phone("999")
    (True, False, False)
    """
    allowed = re.fullmatch(r"[\d\s()+\-./]+", text)
    return bool(allowed) and 10 <= len(digits(text)) <= 15
