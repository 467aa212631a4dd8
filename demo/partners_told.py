"""What a directory says of an offer, read from the words of its row. Pure."""

from typing import Any

from .partners import Offered

#: A word in what is said of access, and the need that it meets.
_MEETS = {
    "step-free": "step_free", "lift": "step_free", "level": "step_free",
    "ground floor": "step_free", "large print": "large_print", "bsl": "bsl",
    "interpreter": "interpreter", "languages": "interpreter", "quiet": "quiet",
    "at home": "home", "your home": "home", "kitchen": "home", "come to you": "home",
}  # fmt: skip
_CANNOT = {"upstairs": "step_free", "stairs": "step_free", "loud": "quiet"}
_LANGUAGES = ["Bengali", "Polish", "Romanian", "Urdu", "Yoruba"]


def told(offered: Offered) -> dict[str, Any]:
    """The coded columns of an `Offer`, for what its words say."""
    words = f"{offered.where}; {offered.access}".lower()
    meets = {code for word, code in _MEETS.items() if word in words}
    cannot = {code for word, code in _CANNOT.items() if word in words} - meets
    phone = any(way in words for way in ("phone", "online", "a call"))
    return {
        "meets": sorted(meets),
        "cannot_meet": sorted(cannot),
        "languages": [said for said in _LANGUAGES if said.lower() in words],
        "only_for": "women" if "women only" in words else "",
        "by_phone_or_video": phone,
    }
