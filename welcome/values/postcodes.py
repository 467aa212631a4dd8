"""Postcodes by Royal Mail's format, tidied so that two ways of writing are one. Pure.

The letters C, I, K, M, O and V are not used behind the figure of the second half, so
one of them is a slip. Two of them mark a postcode that is made up, as in the demo.
"""

import re
from dataclasses import dataclass

from .text_cleaning import clean_code

_WHOLE = "Write the whole postcode, like EH6 7AA, or leave it empty"
_IMPOSSIBLE = "There is no such postcode. Check each letter and figure"
_NOWHERE = "Leave the postcode empty if they have no fixed address"
#: First and second letter, and the letter that may stand behind a figure.
_AREA, _SECOND = "[A-PR-UWYZ]", "[A-HK-Y]"
_OUTWARD = re.compile(
    rf"{_AREA}[0-9](?:[0-9]|[ABCDEFGHJKPSTUW])?"
    rf"|{_AREA}{_SECOND}[0-9](?:[0-9]|[ABEHMNPRVWXY])?"
)
_SHAPE = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})")
_FORCES = re.compile(r"BFPO([0-9]{1,3})")
_GIRO = "GIR0AA"
_UNUSED = set("CIKMOV")
_NO_ABODE = re.compile(
    r"n\W*f\W*a|n\W*f\W*a\W*d|homeless|(?:of )?no (?:fixed|settled) "
    r"(?:abode|address|home|place)(?: of abode)?|zz99 ?3vz",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Written:
    """What stands for a postcode: one, its first half, or that there is none."""

    postcode: str = ""
    district: str = ""
    has_no_fixed_abode: bool = False


def read(text: str) -> Written:
    """Raises ValueError with a sentence for people.

    >>> read("EH6 7AA."), read("eh6").district, read("NFA").has_no_fixed_abode
    (Written(postcode='EH6 7AA', district='', has_no_fixed_abode=False), 'EH6', True)
    """
    words = " ".join(clean_code(text).strip("., ;").split())
    if _NO_ABODE.fullmatch(words):
        return Written(has_no_fixed_abode=True)
    bare = re.sub(r"[\s.\-]+", "", words.upper())
    if not bare:
        return Written()
    if _OUTWARD.fullmatch(bare):
        return Written(district=bare)
    return Written(postcode=_whole(bare))


def tidy(text: str) -> str:
    """In capitals with one space. Raises ValueError with a sentence for people.

    >>> tidy("eh67aa"), tidy(" EH6 7AA "), tidy(""), tidy("bfpo57")
    ('EH6 7AA', 'EH6 7AA', '', 'BFPO 57')
    """
    found = read(text)
    if found.has_no_fixed_abode:
        raise ValueError(_NOWHERE)
    if found.district:
        raise ValueError(_WHOLE)
    return found.postcode


def _whole(bare: str) -> str:
    if forces := _FORCES.fullmatch(bare):
        return f"BFPO {int(forces[1])}"
    if bare.replace("O", "0") == _GIRO:
        return "GIR 0AA"
    match = _SHAPE.fullmatch(_with_noughts(bare))
    if not match:
        raise ValueError(_WHOLE)
    unused = len(_UNUSED & {match[2][1]}) + len(_UNUSED & {match[2][2]})
    if not _OUTWARD.fullmatch(match[1]) or unused == 1:
        raise ValueError(_IMPOSSIBLE)
    return f"{match[1]} {match[2]}"


def _with_noughts(bare: str) -> str:
    """A letter O where only a figure can be is a nought; a first nought is an O.

    >>> _with_noughts("EH6OAA"), _with_noughts("E1O7AA"), _with_noughts("0X11AA")
    ('EH60AA', 'E107AA', 'OX11AA')
    """
    if bare.startswith("0"):
        bare = f"O{bare[1:]}"
    first, figure, rest = bare[:-3], bare[-3:-2], bare[-2:]
    if re.fullmatch(r"[A-Z]{1,2}[0-9]O", first):
        first = f"{first[:-1]}0"
    return first + figure.replace("O", "0") + rest
