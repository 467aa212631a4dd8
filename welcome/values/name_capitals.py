"""A name all in capitals, or all in small letters, in the usual capitals. Pure."""

import re

#: Small within a surname: van der Berg, de la Cruz.
_PARTICLES = {
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "das", "du",
    "la", "le", "ter", "ten", "zu", "bin", "ibn", "bint", "al", "el", "y", "ap",
}  # fmt: skip
_PIECES = re.compile(r"([\-.'’ʼ`‘/(])")
_APOSTROPHES = "'’ʼ`‘"
_MC = re.compile(r"Mc(?=[^\W\d_]{3})")


def usual(text: str, *, is_surname: bool = False) -> str:
    """Mixed letters, and scripts without capitals, stay as they are.

    >>> usual("SEAN O'BRIEN-MCDONALD"), usual("jan van der berg"), usual("bell hooks")
    ("Sean O'Brien-McDonald", 'Jan van der Berg', 'Bell Hooks')
    >>> usual("DE LA CRUZ", is_surname=True), usual("Alan SMITH"), usual("AJ")
    ('de la Cruz', 'Alan SMITH', 'AJ')
    """
    if not _is_of_one_kind(text):
        return text
    words = text.split()
    last = len(words) - 1
    return " ".join(
        word.lower()
        if word.lower() in _PARTICLES and at < last and (at or is_surname)
        else _word(word)
        for at, word in enumerate(words)
    )


def _is_of_one_kind(text: str) -> bool:
    letters = [sign for sign in text if sign.lower() != sign.upper()]
    return bool(letters) and (
        all(sign == sign.upper() for sign in letters)
        or all(sign == sign.lower() for sign in letters)
    )


def _word(word: str) -> str:
    if _are_initials(word):
        return word
    pieces = _PIECES.split(word)
    return "".join(
        piece.lower() if _goes_on(pieces, at) else _capital(piece)
        for at, piece in enumerate(pieces)
    )


def _are_initials(word: str) -> bool:
    """AJ and TJ are what people are called; JO and LI are names."""
    if len(word) != 2 or not word.isupper() or word == "NG":
        return False
    return word.endswith("J") or not set(word) & set("AEIOUY")


def _goes_on(pieces: list[str], at: int) -> bool:
    """Whether a word goes on behind an apostrophe: Sa'ad, but O'Brien and D'Arcy."""
    is_behind = at >= 2 and pieces[at - 1] in _APOSTROPHES and bool(pieces[at - 1])
    return is_behind and (len(pieces[at - 2]) != 1 or len(pieces[at]) < 2)


def _capital(piece: str) -> str:
    first, rest = piece[:1].title(), piece[1:].lower()
    whole = first + rest
    if match := _MC.match(whole):
        return whole[: match.end()] + whole[match.end() :].capitalize()
    return whole
