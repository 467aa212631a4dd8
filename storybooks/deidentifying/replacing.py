"""Putting other words in place of some, however their letters are coded. Pure."""

import re

from .text_folding import INVISIBLE, MARKS, folded

_HANGS_ON = re.compile(f"[{MARKS}{INVISIBLE}]*")


def put_in_place(text: str, was: str, became: str) -> str:
    """Whole words only, where the script knows words: Ann is not replaced in Annabel.

    >>> put_in_place("Ann and Annabel, E\\u0301lodie, Elodie’s", "Élodie", "Ros")
    'Ann and Annabel, Ros, Ros’s'
    >>> put_in_place("Ann and Annabel", "Ann", "Ros")
    'Ros and Annabel'
    """
    here, looked_for = folded(text), folded(was).text.strip()
    if not looked_for:
        return text
    done, at = [], 0
    for match in re.finditer(_rule(looked_for), here.text):
        start, end = here.at(*match.span())
        done += [text[at:start], became]
        tail = _HANGS_ON.match(text, end)
        at = tail.end() if tail else end
    return "".join([*done, text[at:]])


def _rule(words: str) -> str:
    if words.lower() == words.upper():
        return re.escape(words)
    return rf"(?<!\w){re.escape(words)}(?!\w)"
