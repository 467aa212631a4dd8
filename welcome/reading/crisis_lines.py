"""Where to ring when it cannot wait, by nation. Always in sight, signed in or not."""

from typing import TypedDict

from ..models.places import Nation


class Line(TypedDict):
    label: str
    short: str
    number: str
    tel: str
    note: str


LIFE: Line = {
    "label": "Life in danger",
    "short": "Life in danger",
    "number": "999",
    "tel": "999",
    "note": "at any time",
}
SAMARITANS: Line = {
    "label": "Samaritans",
    "short": "Samaritans",
    "number": "116 123",
    "tel": "116123",
    "note": "free, any time",
}
NHS_24: Line = {
    "label": "Need to talk to someone tonight",
    "short": "NHS 24",
    "number": "111",
    "tel": "111",
    "note": "NHS 24, day and night, choose mental health",
}
NHS_111: Line = {
    "label": "Need to talk to someone tonight",
    "short": "NHS",
    "number": "111",
    "tel": "111",
    "note": "NHS 111, day and night, choose option 2",
}
BREATHING_SPACE: Line = {
    "label": "Breathing Space",
    "short": "Breathing Space",
    "number": "0800 83 85 87",
    "tel": "0800838587",
    "note": "evenings and weekends, free",
}

LINES: dict[str, list[Line]] = {
    Nation.ENGLAND: [LIFE, NHS_111, SAMARITANS],
    Nation.SCOTLAND: [LIFE, NHS_24, SAMARITANS, BREATHING_SPACE],
    # where the nation is not known yet: what holds in both
    "": [LIFE, {**NHS_111, "note": "day and night, choose mental health"}, SAMARITANS],
}


def lines_for(nation: str) -> list[Line]:
    return LINES[nation]
