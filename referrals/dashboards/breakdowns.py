"""By whom we look: fixed groups, never crossed, “not recorded” always shown."""

from dataclasses import dataclass

from welcome.models import Farewell, Need, Source

from ..models import GiveBack, Outcome, Retold

NOT_RECORDED = "not_recorded"
_UNKNOWN = {NOT_RECORDED: "Not recorded"}

AGES = {"under_25": "Under 25", "25_to_64": "25 to 64", "65_up": "65 and over"}

ETHNICITIES = {
    "white": "White",
    "mixed": "Mixed or several",
    "asian": "Asian",
    "black": "Black, African or Caribbean",
    "other": "Arab or another",
}
#: The two nations' own codes in broad groups that both can fill: see docs/domain.md,
#: “Ethnic groups”.
BROAD = {
    "england": {
        "white": "A B C",
        "mixed": "D E F G",
        "asian": "H J K L R",
        "black": "M N P",
        "other": "S",
    },
    "scotland": {
        "white": "1A 1B 1C 1K 1L 1Z",
        "mixed": "2A",
        "asian": "3F 3G 3H 3J 3Z",
        "black": "4D 4Y 5C 5D 5Y",
        "other": "6A 6Z",
    },
}
#: “england A” → white: what `counting` hands to the database.
BROAD_OF = {
    f"{nation} {code}": group
    for nation, groups in BROAD.items()
    for group, codes in groups.items()
    for code in codes.split()
}

TIMES = {"once": "The first time", "twice": "The second", "more": "The third or more"}
RISES = {
    "nearer": "3 or more nearer",
    "a_little": "1 or 2 nearer",
    "same": "Where it was",
    "further": "Further away",
}
SATISFIED = {
    "better": "More items better than worse",
    "as_many": "As many better as worse",
    "none": "No item changed",
    "worse": "More items worse than better",
}
HOLDERS = {"team": "A Welcome Team", "partner": "A partner"}


@dataclass(frozen=True)
class Breakdown:
    code: str
    heading: str
    groups: dict[str, str]


BREAKDOWNS = [
    Breakdown("source", "By who introduced them", dict(Source.choices) | _UNKNOWN),
    Breakdown("age", "By age", AGES | _UNKNOWN),
    Breakdown("ethnicity", "By ethnicity", ETHNICITIES | _UNKNOWN),
]
OWN = "own"

#: The groups of a measure's own split.
SPLITS: dict[str, dict[str, str]] = {
    "given-back": dict(GiveBack.choices) | _UNKNOWN,
    "gaps": dict(Need.choices) | _UNKNOWN,
    "passed-around": TIMES,
    "told-once": dict(Retold.choices),
    "held": HOLDERS,
    "helped": dict(Outcome.How.choices) | _UNKNOWN,
    "hopes": RISES,
    "dialog": SATISFIED,
    "farewells": dict(Farewell.Reason.choices) | _UNKNOWN,
}
#: Which of them make the numerator of a share.
IN_NUMERATOR = {
    "passed-around": {"twice", "more"},
    "told-once": {"no"},
    "helped": {"better", "some"},
    "hopes": {"nearer"},
    "dialog": {"better"},
}
#: Shown in the split, but no part of the denominator.
OUTSIDE = {"told-once": {"not_asked"}}
