"""Whole numbers that a form, an address, a cookie or a file claims to hold. Pure.

Everything that comes from outside goes through `whole_number`. Python alone is too
trusting: `"²".isdigit()` is true although `int("²")` fails, `int` refuses a text of
more than 4,300 figures with an error, and PostgreSQL refuses what its column cannot
hold.
"""

import re
from decimal import Decimal

#: The largest number that an integer column of PostgreSQL holds.
LARGEST = 2**31 - 1
_FIGURES = re.compile(r"[0-9]+")
_DECIMAL = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")


def whole_number(text: object, *, least: int = 0, most: int = LARGEST) -> int | None:
    """The number written in plain figures, if it is from `least` to `most`; or None.

    Signs, points, exponents, and the figures of other scripts are no plain figures.

    >>> whole_number("12"), whole_number(" 007 "), whole_number("0", least=1)
    (12, 7, None)
    >>> [whole_number(t) for t in ("", "²", "٣", "５", "-1", "1e9", "1_0", "9" * 5000)]
    [None, None, None, None, None, None, None, None]
    """
    figures = str(text).strip() if isinstance(text, str | int) else ""
    if not _FIGURES.fullmatch(figures):
        return None
    figures = figures.lstrip("0") or "0"
    if len(figures) > len(str(most)):  # too large, and `int` never sees it
        return None
    number = int(figures)
    return number if least <= number <= most else None


def decimal_number(text: object) -> Decimal | None:
    """The number written in plain figures, perhaps with a point; or None.

    >>> [decimal_number(t) for t in ("19.25", "7", "1e9", "NaN", "1_0", "٣", "-1", ".")]
    [Decimal('19.25'), Decimal('7'), None, None, None, None, None, None]
    """
    figures = str(text).strip()
    return Decimal(figures) if _DECIMAL.fullmatch(figures) else None


def is_figures(text: str) -> bool:
    """Whether it is written in plain figures and nothing else."""
    return _FIGURES.fullmatch(text) is not None
