"""NHS and CHI numbers: ten figures with a check figure. Pure. Always optional."""

import re
from datetime import datetime

import nhs_number

from .text_cleaning import clean_code

NOT_ASKED = ""


def tidy(value: str) -> str:
    """The figures alone, however they were typed: spaces and hyphens go.

    >>> tidy("999 000\u20110018"), tidy("٩٩٩ ٠٠٠ ٠٠١٨")
    ('9990000018', '9990000018')
    """
    return re.sub(r"[\s-]", "", clean_code(value))


def is_nhs_number(value: str) -> bool:
    """Ten figures with a right check figure (modulus 11), in no CHI range.

    >>> is_nhs_number("9990000018"), is_nhs_number("9991234560")
    (True, False)
    """
    return bool(re.fullmatch(r"[0-9]{10}", value)) and nhs_number.is_valid(value)


def is_chi_number(value: str) -> bool:
    """Ten figures that begin with a real day and end with a right check figure.

    Source: NHS Data Dictionary, community health index number. The birthday in it
    is never used for anything else.

    >>> is_chi_number("0101801238"), is_chi_number("3213801238")
    (True, False)
    """
    if not re.fullmatch(r"[0-9]{10}", value) or not _begins_with_a_day(value):
        return False
    total = sum(int(f) * w for f, w in zip(value, range(10, 1, -1), strict=False))
    return (11 - total % 11) % 11 == int(value[9])


def _begins_with_a_day(value: str) -> bool:
    try:
        datetime.strptime(value[:6], "%d%m%y")  # noqa: DTZ007 — no time is meant
    except ValueError:
        return False
    return True
