"""What an offer is for, and what a person needs in order to come."""

import re

from .sentence_parts import listed, small
from .wish import Choice, Found, Wish

_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_SAYS_NOTHING = {
    "about", "again", "could", "every", "first", "having", "little", "myself", "never",
    "other", "people", "person", "really", "should", "somebody", "something", "their",
    "there", "these", "thing", "things", "think", "those", "until", "wanted", "where",
    "which", "while", "without", "would",
}  # fmt: skip
_CANNOT = {"step_free": "Steps at the entrance", "quiet": "It can be loud there"}


def need(wish: Wish, choice: Choice) -> Found:
    now = wish.needs[0] if wish.needs else ""
    return (
        (1, f"Helps with: {small(choice.needs[now])}") if now in choice.needs else None
    )


def other_things(wish: Wish, choice: Choice) -> Found:
    now = wish.needs[0] if wish.needs else ""
    if not now or now in choice.needs:
        return None
    return 1, "It does not help with what they asked for"


def on_their_map(wish: Wish, choice: Choice) -> Found:
    also = [choice.needs[need] for need in wish.needs[1:] if need in choice.needs]
    if not also:
        return None
    return len(also), f"On {wish.called}’s map: {listed(also)}"


def hope(wish: Wish, choice: Choice) -> Found:
    hoped = _said_in(" ".join(wish.hopes))
    shared = sorted(hoped.keys() & _said_in(choice.words).keys())
    return (1, f"Matches a hope: “{hoped[shared[0]]}”") if shared else None


def access(wish: Wish, choice: Choice) -> Found:
    met = [words for code, words in wish.access.items() if code in choice.meets]
    return (len(met), f"Meets: {listed(met)}") if met else None


def no_access(wish: Wish, choice: Choice) -> Found:
    found = [
        f"{_CANNOT.get(code, 'They cannot do this')}, and {wish.called} needs: "
        f"{small(words)}"
        for code, words in wish.access.items()
        if code in choice.cannot_meet
    ]
    return (len(found), ". ".join(found)) if found else None


def access_unsaid(wish: Wish, choice: Choice) -> Found:
    known = choice.meets | choice.cannot_meet
    unsaid = [words for code, words in wish.access.items() if code not in known]
    return (1, f"Ask them about: {listed(unsaid)}") if unsaid else None


def language(wish: Wish, choice: Choice) -> Found:
    if _is_english(wish.language):
        return None
    spoken = {language.casefold() for language in choice.languages}
    if wish.language.casefold() in spoken:
        return 2, f"{wish.language} is spoken there"
    return (1, "They can get an interpreter") if "interpreter" in choice.meets else None


def no_language(wish: Wish, choice: Choice) -> Found:
    if _is_english(wish.language) or language(wish, choice):
        return None
    return 1, f"They do not say that they speak {wish.language}"


def _said_in(words: str) -> dict[str, str]:
    """The long words, as they were said, by what they are without an ending s."""
    said = {word.casefold() for word in _LONG_WORD.findall(words)} - _SAYS_NOTHING
    return {word.removesuffix("s"): word for word in sorted(said)}


def _is_english(language: str) -> bool:
    return language.strip().casefold() in ("", "english")
