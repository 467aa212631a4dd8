"""Names as people say, shorten and spell them, made comparable. Pure.

`words` takes a name apart, `same_name` says which spellings and short forms belong
together, `sound` is how a word sounds, roughly, in any of many tongues.
"""

import re
import unicodedata
from functools import lru_cache

from ..values.text_cleaning import clean_bare
from .nicknames import FAMILIES

_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae"}
    | {"œ": "oe", "ı": "i", "'": "", "’": "", "ʼ": "", "`": "", "‘": ""}
)
#: Small words in front of a name, that many leave out.
_LITTLE = {"al", "el", "bin", "bint", "ibn", "van", "von", "de", "der", "den", "da"} | {
    "di", "du", "la", "le", "mr", "mrs", "ms", "miss", "mx", "dr", "the"
}  # fmt: skip
_FAMILY = {word: group[0] for group in FAMILIES for word in group}
#: Spellings that sound alike, read from top to bottom.
_SOUNDS = [
    (re.compile(pattern), sound)
    for pattern, sound in [
        (r"^(mac|mc)(?=[a-z]{3})", "mk"),
        (r"^kn", "n"),
        (r"^wr", "r"),
        (r"(tsch|tch|cz|ch|ç)", "4"),
        (r"(sch|sz|sh|zh|ž|š)", "5"),
        (r"(?<=[aeiou])gh(?=t|$)", ""),
        (r"(ks|cks|x)", "7"),
        (r"(kh|gh|q|ck|g(?=$))", "k"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"(ph|v|w|b(?=$))", "f"),
        (r"(dh|th|d)", "t"),
        (r"(dj|j|y(?=[aeiou]))", "i"),
        (r"z", "s"),
        (r"(?<!^)h", ""),
    ]
]


@lru_cache(maxsize=50_000)
def words(name: str) -> tuple[str, ...]:
    """The words of a name in plain small letters, little words left out.

    >>> words("Ami\u200bna Yu\u00adsuf"), words("Ali\u200creza")
    (('amina', 'yusuf'), ('alireza',))
    >>> words("Dr. Zoë O’Neill-Łukasik"), words("Mc Allister"), words("Layla al-Amin")
    (('zoe', 'oneill', 'lukasik'), ('mcallister',), ('layla', 'amin'))
    """
    plain = clean_bare(name).lower().translate(_LETTERS)
    plain = unicodedata.normalize("NFKD", plain)
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    plain = re.sub(r"\b(mac|mc|o|abd[ue]l|abd al|abd el) (?=\w)", r"\1", plain)
    found = re.findall(r"[^\W\d_]+", plain)
    kept = [word for word in found if word not in _LITTLE]
    return tuple(dict.fromkeys(kept or found))


def same_name(word: str) -> str:
    """One word for all short forms and spellings of a name.

    >>> same_name("liz") == same_name("elizabeth"), same_name("mohammed")
    (True, 'muhammad')
    """
    return _FAMILY.get(word, word)


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """Roughly how it sounds: its consonants, and whether it begins with a vowel.

    >>> sound("yusuf") == sound("youssef"), sound("stephen") == sound("steven")
    (True, True)
    >>> sound("shevchenko") == sound("szewczenko"), sound("amin") == sound("omar")
    (True, False)
    """
    heard = same_name(word)
    for pattern, replacement in _SOUNDS:
        heard = pattern.sub(replacement, heard)
    first = "a" if heard[:1] in "aeiouy" else heard[:1]
    rest = re.sub(r"[aeiouy]", "", heard[1:])
    return re.sub(r"(.)\1+", r"\1", first + rest)


@lru_cache(maxsize=200_000)
def apart(one: str, other: str) -> int:
    """How many slips of the finger lie between two words; two turned letters are one.

    >>> apart("amina", "amnia"), apart("yusuf", "yusof"), apart("liz", "elizabeth")
    (1, 1, 6)
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            least = min(before[j] + 1, row[-1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                least = min(least, older[j - 2] + 1)
            row.append(least)
    return row[-1]


def one_left_out(word: str) -> list[str]:
    """Every word that is left when one letter goes: two slips meet in the middle.

    >>> one_left_out("amina")
    ['mina', 'aina', 'amna', 'amia', 'amin']
    """
    return [word[:i] + word[i + 1 :] for i in range(len(word))]
