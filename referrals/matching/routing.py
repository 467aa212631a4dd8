"""Which offers suit a person, in which order, and why. Pure: no rule is hidden.

Each rule below says in words what it found, and how much it counts. What counts is
added up; the most stands first. Nothing is left out in silence: what cannot be asked
stands last, however well it fits, with its reason.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from .wish import Choice, Wish

Key = TypeVar("Key")
#: What was found, and how many times it counts; nothing where the rule is silent.
Found = tuple[int, str] | None

#: Given back so often, of so many answers, that it is said.
_SEVERAL, _OFTEN = 3, 0.25
_GROWN_UP = 18
_LONG_WORD = re.compile(r"[^\W\d_]{5,}")
_SAYS_NOTHING = {
    "about", "again", "could", "every", "first", "having", "little", "myself", "never",
    "other", "people", "person", "really", "should", "somebody", "something", "their",
    "there", "these", "thing", "things", "think", "those", "until", "wanted", "where",
    "which", "while", "without", "would",
}  # fmt: skip
_CANNOT = {"step_free": "Steps at the entrance", "quiet": "It can be loud there"}


@dataclass(frozen=True)
class Reason:
    rule: str
    points: int
    words: str


@dataclass(frozen=True)
class Suggestion:
    points: int
    fits: list[Reason]
    speaks_against: list[Reason]

    @property
    def rules(self) -> set[str]:
        return {reason.rule for reason in (*self.fits, *self.speaks_against)}

    @property
    def can_be_asked(self) -> bool:
        return "paused" not in self.rules

    @property
    def is_for_them(self) -> bool:
        """Whether it is for something that they need, takes them, and can be asked."""
        shut = {"paused", "age", "not_for_them", "no_access"}
        return bool(self.rules & {"need", "map", "hope"}) and not self.rules & shut


def _need(wish: Wish, choice: Choice) -> Found:
    now = wish.needs[0] if wish.needs else ""
    return (1, f"For: {_small(choice.needs[now])}") if now in choice.needs else None


def _other_things(wish: Wish, choice: Choice) -> Found:
    now = wish.needs[0] if wish.needs else ""
    if not now or now in choice.needs:
        return None
    return 1, "It is for something else than what they ask"


def _map(wish: Wish, choice: Choice) -> Found:
    also = [choice.needs[need] for need in wish.needs[1:] if need in choice.needs]
    if not also:
        return None
    return len(also), f"On {wish.called}’s map: {_listed(also)}"


def _hope(wish: Wish, choice: Choice) -> Found:
    hoped = _said_in(" ".join(wish.hopes))
    shared = sorted(hoped.keys() & _said_in(choice.words).keys())
    return (1, f"Speaks of a hope: “{hoped[shared[0]]}”") if shared else None


def _near(wish: Wish, choice: Choice) -> Found:
    if wish.district and wish.district in choice.districts:
        return 1, f"For {wish.district}, where {wish.called} lives"
    return None


def _far(wish: Wish, choice: Choice) -> Found:
    if wish.district and choice.districts and wish.district not in choice.districts:
        return 1, f"Not for {wish.district}, where {wish.called} lives"
    return None


def _right_age(wish: Wish, choice: Choice) -> Found:
    narrow = choice.ages_to is not None or choice.ages_from > _GROWN_UP
    if wish.age is None or not narrow or _age(wish, choice):
        return None
    to = "" if choice.ages_to is None else f" to {choice.ages_to}"
    return 1, f"From {choice.ages_from}{to} years; {wish.called} is {wish.age}"


def _age(wish: Wish, choice: Choice) -> Found:
    if wish.age is None:
        return None
    if wish.age < choice.ages_from:
        return 1, f"From {choice.ages_from} years; {wish.called} is {wish.age}"
    if choice.ages_to is not None and wish.age > choice.ages_to:
        return 1, f"Up to {choice.ages_to} years; {wish.called} is {wish.age}"
    return None


def _access(wish: Wish, choice: Choice) -> Found:
    met = [words for code, words in wish.access.items() if code in choice.meets]
    return (len(met), f"Meets: {_listed(met)}") if met else None


def _no_access(wish: Wish, choice: Choice) -> Found:
    found = [
        f"{_CANNOT.get(code, 'It cannot do that')}, and {wish.called} needs: "
        f"{_small(words)}"
        for code, words in wish.access.items()
        if code in choice.cannot_meet
    ]
    return (len(found), ". ".join(found)) if found else None


def _access_unsaid(wish: Wish, choice: Choice) -> Found:
    known = choice.meets | choice.cannot_meet
    unsaid = [words for code, words in wish.access.items() if code not in known]
    return (1, f"Ask them about: {_listed(unsaid)}") if unsaid else None


def _language(wish: Wish, choice: Choice) -> Found:
    if _is_english(wish.language):
        return None
    spoken = {language.casefold() for language in choice.languages}
    if wish.language.casefold() in spoken:
        return 2, f"{wish.language} is spoken there"
    return (1, "An interpreter comes") if "interpreter" in choice.meets else None


def _no_language(wish: Wish, choice: Choice) -> Found:
    if _is_english(wish.language) or _language(wish, choice):
        return None
    return 1, f"{wish.language} is not spoken there, as far as they say"


def _not_for_them(wish: Wish, choice: Choice) -> Found:
    others = {"women": "man", "men": "woman"}
    if choice.only_for and wish.gender == others.get(choice.only_for):
        return 1, f"For {choice.only_for} only"
    return None


def _ask_whom(wish: Wish, choice: Choice) -> Found:
    theirs = {"women": "woman", "men": "man"}.get(choice.only_for)
    if theirs and wish.gender != theirs and not _not_for_them(wish, choice):
        return 1, f"For {choice.only_for} only"
    return None


def _room(wish: Wish, choice: Choice) -> Found:
    return (1, "Room now") if choice.capacity == "open" else None


def _wait(wish: Wish, choice: Choice) -> Found:
    if choice.capacity != "wait":
        return None
    return min(choice.weeks, 26), choice.room or f"About {choice.weeks} weeks’ wait"


def _paused(wish: Wish, choice: Choice) -> Found:
    return (1, choice.room or "Paused") if choice.capacity == "paused" else None


def _gave_back(wish: Wish, choice: Choice) -> Found:
    if choice.returned < _SEVERAL or choice.returned / choice.answered < _OFTEN:
        return None
    alike = " for similar needs" if any(wish.needs) else ""
    said = f"Gave back {choice.returned} of {choice.answered}{alike} in the last year"
    return 1, said


def _against(wish: Wish, choice: Choice) -> Found:
    return (1, choice.against) if choice.against else None


@dataclass(frozen=True)
class Rule:
    code: str
    words: str
    points: int
    finds: Callable[[Wish, Choice], Found]


#: All of it. A point against is a point below nought; nought only says it.
RULES = [
    Rule("need", "It is for what they ask", 40, _need),
    Rule("map", "Each other need on their map that it is for", 10, _map),
    Rule("hope", "It speaks of something they hope for", 8, _hope),
    Rule("near", "It is for where they live", 10, _near),
    Rule("right_age", "It is for their age above all", 5, _right_age),
    Rule("access", "Each thing they need to be there that it meets", 8, _access),
    Rule("language", "An interpreter; their language counts twice", 8, _language),
    Rule("room", "There is room now", 15, _room),
    Rule("ask_access", "It does not say whether it meets a need", 0, _access_unsaid),
    Rule("ask_whom", "It is for some only: ask", 0, _ask_whom),
    Rule("wait", "Each week of waiting, up to 26", -1, _wait),
    Rule("no_language", "Their language is not spoken there", -8, _no_language),
    Rule("gave_back", "It gives many people back", -15, _gave_back),
    Rule("far", "It is not for where they live", -20, _far),
    Rule("other_things", "It is for something else", -25, _other_things),
    Rule("no_access", "Each thing they need that it cannot meet", -50, _no_access),
    Rule("against", "Something stands against asking them", -50, _against),
    Rule("age", "It is for another age", -60, _age),
    Rule("not_for_them", "It is not for them", -60, _not_for_them),
    Rule("paused", "Nobody is taken just now", -100, _paused),
]


def weigh(wish: Wish, choice: Choice) -> Suggestion:
    """All that speaks for and against one offer, and what it adds up to.

    >>> choice = Choice(needs={"money": "Money and debt"}, capacity="wait", weeks=12)
    >>> weigh(Wish("Amina", needs=("money",)), choice).points
    28
    """
    reasons = []
    for rule in RULES:
        if found := rule.finds(wish, choice):
            times, words = found
            reasons.append(Reason(rule.code, rule.points * times, words))
    return Suggestion(
        points=sum(reason.points for reason in reasons),
        fits=[reason for reason in reasons if reason.points > 0],
        speaks_against=[reason for reason in reasons if reason.points <= 0],
    )


def ranked(
    wish: Wish, choices: Iterable[tuple[Key, Choice]]
) -> list[tuple[Key, Suggestion]]:
    """Each offer with its reasons, what suits best first; equals stay as they came.

    What cannot be asked now comes after all that can.
    """
    weighed = [(key, weigh(wish, choice)) for key, choice in choices]
    return sorted(weighed, key=lambda one: (not one[1].can_be_asked, -one[1].points))


def _said_in(words: str) -> dict[str, str]:
    """The long words, as they were said, by what they are without an ending s."""
    said = {word.casefold() for word in _LONG_WORD.findall(words)} - _SAYS_NOTHING
    return {word.removesuffix("s"): word for word in sorted(said)}


def _is_english(language: str) -> bool:
    return language.strip().casefold() in ("", "english")


def _listed(many: Iterable[str]) -> str:
    return "; ".join(_small(words) for words in many)


def _small(words: str) -> str:
    """As it stands in the middle of a sentence; what is a name stays one.

    >>> _small("No steps"), _small("British Sign Language")
    ('no steps', 'British Sign Language')
    """
    is_name = any(word[:1].isupper() for word in words.split()[1:])
    return words if is_name else words[:1].lower() + words[1:]
