"""What a directory says of an offer, read from the words of its row. Pure."""

from typing import TypedDict

from .partners import Offered

#: A word in what is said of access, and the need that it meets.
_MEETS = {
    "step-free": "step_free", "lift": "step_free", "level": "step_free",
    "ground floor": "step_free", "large print": "large_print", "bsl": "bsl",
    "interpreter": "interpreter", "languages": "interpreter", "quiet": "quiet",
    "at home": "home", "your home": "home", "kitchen": "home", "come to you": "home",
}  # fmt: skip
_CANNOT = {"upstairs": "step_free", "stairs": "step_free", "loud": "quiet"}
#: Some are for those who live near. Everybody else is for the whole place.
_NEAR = {
    "wester hailes": "EH11 EH13 EH14", "portobello": "EH7 EH8 EH15",
    "craigmillar": "EH15 EH16 EH17", "great junction": "EH5 EH6 EH7",
    "leith walk": "EH6 EH7", "gorgie": "EH3 EH11 EH12 EH14", "eccles": "M30 M28 M44",
    "pendleton": "M5 M6 M7", "glossop": "SK13 SK14", "stalybridge": "SK15 SK16 OL6",
    "bute street": "LU1 LU2", "matlock": "DE4 DE45 DE56", "chesterfield": "S40 S41 S42",
    "uppermill": "OL1 OL2 OL4", "werneth": "OL8 OL9", "west norwood": "SE27 SE24",
    "streatham": "SW16 SW2 SW12",
}  # fmt: skip
_LANGUAGES = ["Bengali", "Polish", "Romanian", "Urdu", "Yoruba"]


class OfferCodes(TypedDict):
    """The coded columns of an `Offer`."""

    districts: list[str]
    meets: list[str]
    cannot_meet: list[str]
    languages: list[str]
    only_for: str
    by_phone_or_video: bool


def told(offered: Offered) -> OfferCodes:
    """The codes for what its words say."""
    words = f"{offered.where}; {offered.access}".lower()
    meets = {code for word, code in _MEETS.items() if word in words}
    cannot = {code for word, code in _CANNOT.items() if word in words} - meets
    phone = any(way in words for way in ("phone", "online", "a call"))
    return {
        "districts": _districts(words) if not phone else [],
        "meets": sorted(meets),
        "cannot_meet": sorted(cannot),
        "languages": [said for said in _LANGUAGES if said.lower() in words],
        "only_for": "women" if "women only" in words else "",
        "by_phone_or_video": phone,
    }


def _districts(words: str) -> list[str]:
    """Those of the first place that is named; none where it is for everybody."""
    return next((near.split() for place, near in _NEAR.items() if place in words), [])
