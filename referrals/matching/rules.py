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
    Rule("need", "It helps with what they asked for", 40, fit_rules.need),
    Rule(
        "map",
        "For each other need on their map that it helps with",
        10,
        fit_rules.on_their_map,
    ),
    Rule("hope", "It matches something they hope for", 8, fit_rules.hope),
    Rule("near", "It covers where they live", 10, limit_rules.near),
    Rule("right_age", "It is meant for their age group", 5, limit_rules.right_age),
    Rule("access", "For each access need that it meets", 8, fit_rules.access),
    Rule(
        "language",
        "They can get an interpreter; twice if they speak the language",
        8,
        fit_rules.language,
    ),
    Rule("room", "There is room now", 15, limit_rules.room),
    Rule(
        "ask_access",
        "It does not say whether it meets an access need",
        0,
        fit_rules.access_unsaid,
    ),
    Rule("ask_whom", "It is only for some people, so ask", 0, limit_rules.ask_whom),
    Rule("wait", "For each week of waiting, up to 26", -1, limit_rules.wait),
    Rule("no_language", "They do not speak the language", -8, fit_rules.no_language),
    Rule("gave_back", "It often could not help", -15, limit_rules.gave_back),
    Rule("far", "It does not cover where they live", -20, limit_rules.far),
    Rule("other_things", "It helps with something else", -25, fit_rules.other_things),
    Rule(
        "no_access",
        "For each access need that it cannot meet",
        -50,
        fit_rules.no_access,
    ),
    Rule(
        "against",
        "The person said no, or it could not help before",
        -50,
        limit_rules.against,
    ),
    Rule("age", "It is for another age group", -60, limit_rules.age),
    Rule("not_for_them", "It is not for them", -60, limit_rules.not_for_them),
    Rule("paused", "It is paused", -100, limit_rules.paused),
]
