"""Words that could be a name because of how they are written, in any alphabet. Pure."""

import re
import unicodedata
from collections.abc import Collection, Iterator

from .everyday_words import ANYWHERE, BEGINNINGS, INITIALS
from .name_forms import name_words
from .text_folding import INVISIBLE, MARKS

_UPPER = "".join(chr(n) for n in range(0x2D00) if chr(n).isupper() or chr(n).istitle())
#: What a word is made of besides letters: what holds it together, accents, vowel signs
#: of Indian and Thai scripts (no letters to Python), and what nobody sees.
_WITHIN = rf"’'‘ʼ`′‐‑\-{MARKS}{INVISIBLE}\u0900-\u0dff\u0e31-\u0e4e"
#: A word with a capital letter, of any alphabet.
NAME = rf"[{_UPPER}][\w{_WITHIN}]+"

#: Said so often that an editor would stop looking.
_PHRASES = re.compile(
    r"\b(?:A ?(?:&|and) ?E|B ?(?:&|and) ?B|Welcome Teams?|Living Well|"
    r"Universal Credit|National Insurance)\b"
)
_WORD = re.compile(rf"[^\W_](?:[\w{_WITHIN}]*)")
#: What a sentence, a line or what somebody says begins after.
_BEGINS = re.compile(r"(?:^|[.!?:…\n“”„\"(\[*•–—]|(?:^|\s)[‘’'])\s*[‘’'“\"(\[]*\Z")
_HANGS_ON = re.compile(r"[’'‘ʼ`′]s?\Z|[-‐‑]+\Z")


def strange_words(text: str, safe: Collection[str] = ()) -> Iterator[tuple[int, int]]:
    """Where words with a capital, or in another script, are not everyday ones.

    Side by side they are one.

    >>> text = "So we met Łukasz Nowak, and Ольга, in May. Will you?"
    >>> [text[start:end] for start, end in strange_words(text)]
    ['Łukasz Nowak', 'Ольга', 'May', 'Will']
    """
    start = end = -1
    for match in _strange(text, safe):
        if end >= 0 and text[end : match.start()] == " ":
            end = match.end()
            continue
        if end >= 0:
            yield start, end
        start, end = match.span()
    if end >= 0:
        yield start, end


def _strange(text: str, safe: Collection[str]) -> Iterator[re.Match[str]]:
    known = [match.span() for match in _PHRASES.finditer(text)]
    for match in _WORD.finditer(text):
        is_known = any(a <= match.start() and match.end() <= b for a, b in known)
        if not is_known and _is_strange(match[0], text, match.start(), safe):
            yield match


def _is_strange(word: str, text: str, start: int, safe: Collection[str]) -> bool:
    if not (_has_capital(word) or _is_of_a_script_without_capitals(word)):
        return False
    if _is_everyday(word, text, start):
        return False
    named = name_words(bare(word))
    return not named or not named <= set(safe)


def _is_everyday(word: str, text: str, start: int) -> bool:
    low = bare(word)
    if low in ANYWHERE:
        return True
    if word.rstrip("s’'").isupper() and (low in INITIALS or low[:-1] in INITIALS):
        return True
    return low in BEGINNINGS and bool(_BEGINS.search(text, max(0, start - 12), start))


def _has_capital(word: str) -> bool:
    return any(letter.isupper() or letter.istitle() for letter in word)


def _is_of_a_script_without_capitals(word: str) -> bool:
    return any(
        unicodedata.category(letter) == "Lo" and letter not in "ªº" for letter in word
    )


def bare(word: str) -> str:
    """Small letters, without what hangs on: Jean’s is jean.

    >>> bare("Jean’s"), bare("I'LL")
    ('jean', 'i’ll')
    """
    word = _HANGS_ON.sub("", word).casefold()
    return re.sub("['‘ʼ`′]", "’", word)
