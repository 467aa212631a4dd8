"""Every rule by which offers are suggested, and how much it counts."""

from collections.abc import Callable
from dataclasses import dataclass

from . import fit_rules, limit_rules
from .wish import Choice, Found, Wish


@dataclass(frozen=True)
class Rule:
    code: str
    words: str
    points: int
    finds: Callable[[Wish, Choice], Found]


#: All of it. A point against is a point below nought; nought only says it.
RULES = [
    Rule("need", "It is for what they ask", 40, fit_rules.need),
    Rule(
        "map", "Each other need on their map that it is for", 10, fit_rules.on_their_map
    ),
    Rule("hope", "It speaks of something they hope for", 8, fit_rules.hope),
    Rule("near", "It is for where they live", 10, limit_rules.near),
    Rule("right_age", "It is for their age above all", 5, limit_rules.right_age),
    Rule(
        "access", "Each thing they need to be there that it meets", 8, fit_rules.access
    ),
    Rule(
        "language", "An interpreter; their language counts twice", 8, fit_rules.language
    ),
    Rule("room", "There is room now", 15, limit_rules.room),
    Rule(
        "ask_access",
        "It does not say whether it meets a need",
        0,
        fit_rules.access_unsaid,
    ),
    Rule("ask_whom", "It is for some only: ask", 0, limit_rules.ask_whom),
    Rule("wait", "Each week of waiting, up to 26", -1, limit_rules.wait),
    Rule(
        "no_language", "Their language is not spoken there", -8, fit_rules.no_language
    ),
    Rule("gave_back", "It gives many people back", -15, limit_rules.gave_back),
    Rule("far", "It is not for where they live", -20, limit_rules.far),
    Rule("other_things", "It is for something else", -25, fit_rules.other_things),
    Rule(
        "no_access",
        "Each thing they need that it cannot meet",
        -50,
        fit_rules.no_access,
    ),
    Rule("against", "Something stands against asking them", -50, limit_rules.against),
    Rule("age", "It is for another age", -60, limit_rules.age),
    Rule("not_for_them", "It is not for them", -60, limit_rules.not_for_them),
    Rule("paused", "Nobody is taken just now", -100, limit_rules.paused),
]
