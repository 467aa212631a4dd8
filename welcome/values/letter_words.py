"""Placeholders in a site's letters, and the two letters that every site begins with.

Pure. The set is closed: each placeholder is a fact that the record always has a place
for, and a template with any other cannot be saved.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

#: Each placeholder, and what stands in its place where nothing is known.
PLACEHOLDERS = {
    "name": "",
    "first_name": "",
    "date_of_birth": "not known",
    "address": "not known",
    "date": "",
    "came_on": "…",
    "told": "…",
    "would_like": "…",
    "writer": "",
    "team": "",
    "team_phone": "the number on this letter",
}
_BRACED = re.compile(r"\{([^{}\n]*)\}")


def unknown_in(words: str) -> list[str]:
    """The placeholders that nothing fills in, each once, as they are written.

    >>> unknown_in("Dear {first_name}, {weather} and {weather}; {date}")
    ['weather']
    """
    found = dict.fromkeys(_BRACED.findall(words))
    return [name for name in found if name not in PLACEHOLDERS]


def filled(words: str, facts: Mapping[str, str]) -> str:
    """The words with each placeholder filled in. Facts are never read as placeholders.

    >>> filled("Dear {first_name}, born {date_of_birth}", {"first_name": "{team}"})
    'Dear {team}, born not known'
    """

    def fact(found: re.Match[str]) -> str:
        name = found[1]
        if name not in PLACEHOLDERS:
            return found[0]
        return facts.get(name) or PLACEHOLDERS[name]

    return _BRACED.sub(fact, words)


@dataclass(frozen=True)
class ReadyMade:
    to: str
    name: str
    words: str


READY_MADE = (
    ReadyMade(
        "gp",
        "Letter to the GP",
        """Dear doctor,

{name}, born {date_of_birth}, came to the {team} on {came_on}.

What they told us, in their words: {told}

What they would like to happen: {would_like}

What we are doing: …

What we ask of you: …

We’ll keep supporting {first_name} in the meantime. If you have a question, please \
ring us on {team_phone}.

Yours sincerely,

{writer}
{team}""",
    ),
    ReadyMade(
        "person",
        "Letter to the person",
        """Dear {first_name},

Thank you for talking with me on …

This is what we agreed:

- …
- …

What happens next: …

You can ring us at any time when we are open, on {team_phone}. You don’t need a \
reason: any reason is a good reason.

With best wishes,

{writer}
{team}""",
    ),
)
