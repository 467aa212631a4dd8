"""Which offers suit a person, in which order, and why. Pure: no rule is hidden.

Each rule (`rules.py`) says in words what it found, and how much it counts. What counts
is added up; the most stands first. Nothing is left out in silence: what cannot be asked
stands last, however well it fits, with its reason.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from .rules import RULES
from .wish import Choice, Wish

Key = TypeVar("Key")


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
