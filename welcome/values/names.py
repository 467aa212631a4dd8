"""A name as lists hold it, as the person's own: no title, no stand-in. Pure.

What they like to be called is never a title, a stand-in or only an initial. Where only
initials and a surname are known it is the whole name: "A. Okonjo", not "A.".
"""

import re
from dataclasses import dataclass

from . import name_words
from .name_capitals import usual


class NoName(ValueError):
    """There is nothing that anyone could be called by."""


@dataclass(frozen=True)
class Name:
    known_as: str
    full: str = ""
    #: What was left out and is worth keeping: "Dr", "OBE".
    titles: str = ""


@dataclass(frozen=True)
class _Part:
    """One cell, or what is on one side of a comma."""

    words: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(self.words)


def read(known_as: str = "", full: str = "", first: str = "", last: str = "") -> Name:
    """Raises NoName.

    >>> read(full="DR NKECHI BALE")
    Name(known_as='Nkechi', full='Nkechi Bale', titles='DR')
    >>> read(full="Pettigrew, Alan, Mr").full, read(full="Mrs A. Okonjo").known_as
    ('Alan Pettigrew', 'A. Okonjo')
    >>> read(first="FNU", last="Rahimi")
    Name(known_as='Rahimi', full='Rahimi', titles='')
    """
    called = _whole(known_as)
    given, family = _part(first), _part(last, is_surname=True)
    whole = _whole(full)
    titles = called.titles + given.titles + family.titles + whole.titles
    if not whole.words:
        whole = _part(_joined(given, family).text)
        titles += whole.titles
    like = called.text or _called(given, whole)
    if not like:
        raise NoName("There is no name in this row")
    return Name(like, whole.text, _worth_keeping(titles, like, whole))


def _whole(text: str) -> _Part:
    """A full name: "Alan Pettigrew", "Pettigrew, Mr Alan", "Pettigrew, Alan, Mr"."""
    cells = [cell for cell in text.replace("،", ",").split(",") if cell.strip()]
    if len(cells) < 2:
        return _part(text.replace(",", " "))
    family, *given = (_part(cell, is_surname=not at) for at, cell in enumerate(cells))
    if not any(part.words for part in given):  # Dr Alan Pettigrew, OBE
        family = _part(cells[0])
    both = _joined(*given, family)
    whole = _part(both.text)
    return _Part(whole.words, both.titles + whole.titles)


def _joined(*parts: _Part) -> _Part:
    words = tuple(word for part in parts for word in part.words)
    return _Part(words, tuple(title for part in parts for title in part.titles))


def _part(text: str, *, is_surname: bool = False) -> _Part:
    """Its words and its titles, until nothing more comes off."""
    bare = re.sub(r"[,،]", " ", name_words.apart(text)).strip('"“”;: ')
    if name_words.is_stand_in(bare):
        return _Part()
    words, titles = _without_titles(bare.split(), is_surname=is_surname)
    if " ".join(words) != text:
        again = _part(" ".join(words), is_surname=is_surname)
        return _Part(again.words, tuple(titles) + again.titles)
    return _Part(tuple(usual(text, is_surname=is_surname).split()), tuple(titles))


def _without_titles(
    words: list[str], *, is_surname: bool
) -> tuple[list[str], list[str]]:
    """The words of the name, and the titles and letters that stood with them."""
    kept: list[str] = []
    titles: list[str] = []
    for word in words:
        if name_words.is_title(word, in_front=not kept and not is_surname):
            titles.append(word)
        elif not name_words.is_stand_in_word(word) or (kept and word == "&"):
            kept.append(word)
    while kept and name_words.is_suffix(kept[-1]):
        titles.append(kept.pop())
    return _without_joiners(kept), titles


def _without_joiners(words: list[str]) -> list[str]:
    """Without an "and" at either end, which joined titles."""
    while words and name_words.is_joiner(words[0]):
        words = words[1:]
    while words and name_words.is_joiner(words[-1]):
        words = words[:-1]
    return words


def _called(given: _Part, whole: _Part) -> str:
    """The first name; or the first word that is one; or else the whole name."""
    if given.words and not all(map(name_words.is_initial, given.words)):
        return given.text
    if all(map(name_words.is_initial, whole.words)):
        return ""
    if given.words or len(whole.words) < 2:
        return whole.text
    *firsts, _ = whole.words
    if firsts[0].islower():  # a surname alone: van der Berg
        return whole.text
    first = next((_part(word).text for word in firsts if _can_call(word)), "")
    return first or whole.text


def _can_call(word: str) -> bool:
    """Whether anyone is called by this word: no initial, no title, no "&"."""
    return not (
        name_words.is_initial(word)
        or name_words.is_title(word, in_front=True)
        or name_words.is_stand_in_word(word)
    )


def _worth_keeping(titles: tuple[str, ...], like: str, whole: _Part) -> str:
    """Mr and Mrs are left out, unless nothing else says how to speak to them."""
    bare = {name_words.bare(title) for title in titles}
    is_courtesy = bare <= name_words.COURTESY and len(bare) < 2
    has_initials = any(map(name_words.is_initial, like.split()))
    is_surname_alone = len(whole.words) == 1 and like == whole.text
    if is_courtesy and not has_initials and not is_surname_alone:
        return ""
    return ", ".join(dict.fromkeys(title.strip(",.") for title in titles))
