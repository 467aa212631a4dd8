"""How it hangs together for two whom the design pages know, in their words. Pure."""

from .pen import Codes

AILSA_MAP: Codes = {
    "needs": [
        ("Sleep", "four hours, maybe", "body"),
        ("The letters", "debt I daren’t add up", "money"),
        ("Losing the flat", "it is home", "housing"),
        ("My sister", "gone to Cork", "family"),
        ("Biscuit, baking", "what holds me up", ""),
    ],
    "ties": [
        (1, 2, "I lie there and add up"),
        (2, 3, "the next one is the flat"),
        (3, 1, "that keeps me awake"),
        (4, 1, "nobody to say it to"),
        (5, 4, "the stair is my family now"),
    ],
}
CALLUM_MAP: Codes = {
    "needs": [
        ("My chest", "I think that is me", "body"),
        ("When I stop", "fine in the van", "talking"),
        ("Told it too often", "", "talking"),
        ("The bikes", "outside my door like dogs", ""),
    ],
    "ties": [
        (2, 1, "that is when it comes"),
        (3, 2, "so I keep driving"),
        (4, 2, "the one stop I like"),
    ],
}
