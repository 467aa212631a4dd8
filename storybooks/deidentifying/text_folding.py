"""Text in a form in which the same name always has the same letters. Pure.

Accents, invisible characters, wide and mathematical letters, and letters of another
alphabet that look like ours are folded away; capitals stay, since they tell a name from
a word. The database folds in the same way: migration `no_name_left_out_is_shown` has
these very classes, and a test compares the two.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

#: What no name has: digits, blanks, punctuation, signs and pictures. A class of
#: explicit ranges means the same to Python and to PostgreSQL, in any locale.
SEPARATORS = (
    r"\u0001-@\[-`{-\u00bf\u00d7\u00f7\u02b9-\u02ff\u055a-\u055f\u0589\u05be\u05c0"
    r"\u05c3\u05c6\u05f3\u05f4\u0600-\u060f\u061b-\u061f\u0660-\u066d\u06d4\u06f0-\u06f9"
    r"\u0964-\u096f\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff\u2e00-\u2e7f\u3000-\u303f"
    r"\ufe10-\ufe1f\ufe30-\ufe6f\ufff0-\uffff\U0001f000-\U0001faff"
)
#: Accents and vowel points: the same name is written with and without them.
MARKS = (
    r"\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    r"\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8"
    r"\u06ea-\u06ed\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
#: Characters that a reader does not see.
INVISIBLE = (
    r"\u00ad\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef"
)
#: What holds two parts of one name together: Anne-Marie, O’Brien.
JOINERS = r"'’‘ʼ‛`′\-‐"
#: Letters that no rule takes apart, and letters that look like others (Cyrillic and
#: Greek by their capitals); ς is a σ. Each stands above what it becomes.
LOOKALIKES = (
    "ŁłØøĐđÐðĦħıŦŧɑɡ"
    "АВЕЅІЈКМНОРСТУҮХҺԀԚԜавеѕіјкмнорстуүхһԁԛԝ"
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβεζηικμνορτυχς",
    "LlOoDdDdHhiTtag"
    "ABESIJKMHOPCTYYXHDQWabesijkmhopctyyxhdqw"
    "ABEZHIKMNOPTYXabezhikmnoptyxσ",
)  # fmt: skip
#: One letter that is two.
PAIRS = {
    "Æ": "AE",
    "æ": "ae",
    "Œ": "OE",
    "œ": "oe",
    "Þ": "TH",
    "þ": "th",
    "ß": "ss",
} | {"ẞ": "SS"}
JOIN = rf"(?<![{SEPARATORS}])[{JOINERS}]([ \t\r]*\n[ \t\r]*)?(?![{SEPARATORS}])"

_TABLE = str.maketrans(dict(zip(*LOOKALIKES, strict=True)) | PAIRS)
_MARK, _HIDDEN = re.compile(f"[{MARKS}]"), re.compile(f"[{INVISIBLE}]")
_JOIN, _LETTERS = re.compile(JOIN), re.compile(f"[^{SEPARATORS}]+")


@dataclass(frozen=True)
class Folded:
    """Folded text, and for each letter of it where it was in the text."""

    text: str
    where: list[int]

    def at(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the text that these folded letters came from."""
        return self.where[start], self.where[end - 1] + 1

    def without(self, pattern: re.Pattern[str]) -> "Folded":
        """The same, with what matches left out."""
        gone = {n for m in pattern.finditer(self.text) for n in range(*m.span())}
        kept = [n for n in range(len(self.text)) if n not in gone]
        letters = "".join(self.text[n] for n in kept)
        return Folded(letters, [self.where[n] for n in kept])


def folded(text: str, gap: str = "") -> Folded:
    """The text folded, with `gap` in place of each invisible character.

    >>> folded("Élodie and Łukasz").text, folded("E\\u0301lo\\u00addie").text
    ('Elodie and Lukasz', 'Elodie')
    """
    letters, where = [], []
    for at, character in enumerate(text):
        became = _letter(character, gap)
        letters.append(became)
        where += [at] * len(became)
    return Folded("".join(letters), where)


def readings(text: str) -> list[Folded]:
    """Every way in which a reader may take its words apart.

    Without what nobody sees, with a gap in its place, and with the parts of O’Brien
    and Anne-Marie written together.
    """
    plain = folded(text)
    return [plain, folded(text, " "), plain.without(_JOIN)]


def letters_of(text: str) -> list[tuple[str, int, int]]:
    """The words of a folded text, each with its place."""
    return [(m[0], *m.span()) for m in _LETTERS.finditer(text)]


def lowered(text: str) -> str:
    """Small letters, each by itself: no letter depends on where in a word it is."""
    return "".join(map(_LOWER, text)).translate(_TABLE)


@lru_cache(maxsize=4_000)
def _letter(character: str, gap: str) -> str:
    if character.isascii():
        return character
    apart = _MARK.sub("", unicodedata.normalize("NFKD", character))
    return _HIDDEN.sub(gap, apart).translate(_TABLE)


_LOWER: Callable[[str], str] = str.lower
