"""Whether the list itself says that the team no longer holds someone. Pure."""

import re

_ENDED = (
    r"closed|ended|discharged?|inactive|archived|deceased|died|dead|passed away|"
    r"complete|completed|finished|moved (away|on|out)|not (open|active)|no longer|"
    r"farewell|exited|withdrawn|transferred|left(?! (a |an )?(message|voicemail|text))"
)
_NOT_ENDED = r"\b(not( yet)?|never) (closed|ended|discharged|complete|completed)\b"
_NO = {"n", "no", "false", "f", "0"}
#: These say no more than that the team holds them: nothing to keep.
_HELD = {"y", "yes", "true", "t", "1", "open", "active", "current", "held", "live"}
_HELD |= {"ongoing", "open case", "open case file", "in progress", "", "-", "n/a"}


def still_held(text: str) -> str:
    """What else the status says, in its words; raises ValueError if it has ended.

    >>> still_held("Open"), still_held("On hold until May"), still_held("Not closed")
    ('', 'On hold until May', 'Not closed')
    >>> still_held("left message on 3 May")
    'left message on 3 May'
    >>> still_held("No longer open")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ValueError: The list says that this has ended...
    """
    said = " ".join(text.lower().split())
    unsaid = re.sub(_NOT_ENDED, "", said)
    if said in _NO or re.search(rf"\b({_ENDED})\b", unsaid):
        raise ValueError(
            "The list says that this has ended. Only import people your team holds now"
        )
    return "" if said in _HELD else text
