"""Who somebody is: one made-up person, put together by chance. Pure."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from ..places import Place
from . import names, telephones
from .telephones import Telephones

#: The codes of England's list and of Scotland's: docs/domain.md, “Ethnic groups”.
ETHNICITY = {
    "scottish": ("A", "1A"),
    "english": ("A", "1B"),
    "irish": ("B", "1C"),
    "polish": ("C", "1L"),
    "romanian": ("C", "1Z"),
    "ukrainian": ("C", "1Z"),
    "portuguese": ("C", "1Z"),
    "pakistani": ("J", "3F"),
    "bangladeshi": ("K", "3H"),
    "indian": ("H", "3G"),
    "chinese": ("R", "3J"),
    "iranian": ("L", "3Z"),
    "nigerian": ("N", "4D"),
    "ghanaian": ("N", "4D"),
    "somali": ("N", "4D"),
    "caribbean": ("M", "5C"),
    "arab": ("S", "6A"),
    "kurdish": ("S", "6Z"),
}
MIXED = (("D", "2A"), ("E", "2A"), ("F", "2A"), ("G", "2A"))
#: Who would rather not say.
NOT_SAID = ("Z", "98")
LANGUAGES = {
    "polish": "Polish",
    "romanian": "Romanian",
    "ukrainian": "Ukrainian",
    "portuguese": "Portuguese",
    "pakistani": "Urdu",
    "bangladeshi": "Bengali",
    "indian": "Punjabi",
    "chinese": "Cantonese",
    "iranian": "Farsi",
    "somali": "Somali",
    "arab": "Arabic",
    "kurdish": "Kurdish Sorani",
}
ACCESS = {
    "large_print": 6,
    "easy_read": 5,
    "bsl": 1,
    "short_sentences": 9,
    "quiet": 12,
    "step_free": 9,
    "reminder": 16,
    "companion": 8,
    "woman": 6,
    "man": 2,
    "home": 7,
}


@dataclass
class Face:
    """What is known of somebody before they say a word."""

    known_as: str
    formal_name: str
    gender: str
    pronouns: str
    born_on: date | None
    born_year: int | None
    age: int
    ethnicity: str
    disability: str
    postcode: str
    phone: str
    email: str
    nhs_number: str
    address: str = ""
    language: str = ""
    interpreter: str = ""
    access: list[str] = field(default_factory=list)
    access_words: str = ""
    reach_words: str = ""
    may: dict[str, bool] = field(default_factory=dict)
    #: What must be true for a line to be theirs (see `phrases`).
    facts: frozenset[str] = frozenset()


def face(rng: Random, place: Place, team: str, phones: Telephones, today: date) -> Face:
    """Somebody who lives in this team's part of the city."""
    [heritage] = rng.choices(list(place.weights), list(place.weights.values()))
    [gender] = rng.choices(["woman", "man", "non_binary"], [55, 43, 2])
    first, last = names.given(rng, heritage, gender), names.family(rng, heritage)
    age = round(rng.triangular(18, 90, 36))
    born = today - timedelta(days=age * 365 + rng.randint(8, 360))
    born_on, born_year = _birthday(rng, born)
    is_english = place.nation == "england"
    language, interpreter = _language(rng, heritage, gender)
    access = [need for need, odds in ACCESS.items() if rng.random() * 100 < odds]
    return Face(
        known_as=first,
        formal_name=f"{first} {last}" if rng.random() < 0.95 else "",
        gender=_said(rng, gender),
        pronouns=_pronouns(rng, gender),
        born_on=born_on,
        born_year=born_year,
        age=age,
        ethnicity=_ethnicity(rng, heritage, is_english=is_english),
        disability=rng.choice(["yes", "no", "no", "", "", "prefer_not"]),
        postcode=telephones.postcode(rng, rng.choice(place.districts(team))),
        phone=phones.mobile() if rng.random() < 0.86 else phones.landline(),
        email=telephones.email(rng, first, last) if rng.random() < 0.3 else "",
        nhs_number=_number(rng) if is_english else "",
        language=language,
        interpreter=interpreter,
        access=access[:3] + (["interpreter"] if interpreter else []),
        may=_may(rng),
        facts=_facts(rng, place.nation, age),
    )


def _number(rng: Random) -> str:
    """Asked of some, needed by nobody."""
    return telephones.nhs_number(rng) if rng.random() < 0.62 else ""


def _birthday(rng: Random, born: date) -> tuple[date | None, int | None]:
    """Mostly the day, now and then only the year, or nothing."""
    luck = rng.random()
    if luck < 0.91:
        return born, None
    return (None, born.year) if luck < 0.97 else (None, None)


def _said(rng: Random, gender: str) -> str:
    """Not everybody was asked."""
    luck = rng.random()
    return gender if luck < 0.85 else "prefer_not" if luck < 0.87 else ""


def _pronouns(rng: Random, gender: str) -> str:
    """Written down where somebody said them."""
    said = {"woman": "she, her", "man": "he, him", "non_binary": "they, them"}
    return said[gender] if gender == "non_binary" or rng.random() < 0.7 else ""


def _ethnicity(rng: Random, heritage: str, *, is_english: bool) -> str:
    luck = rng.random()
    if luck < 0.11:
        return ""
    codes = ETHNICITY[heritage]
    if luck < 0.14:
        codes = NOT_SAID
    elif luck < 0.17:
        codes = rng.choice(MIXED)
    return codes[0] if is_english else codes[1]


def _language(rng: Random, heritage: str, gender: str) -> tuple[str, str]:
    """The language somebody would rather speak, and whether with an interpreter."""
    language = LANGUAGES.get(heritage)
    if language is None or rng.random() < 0.6:
        return "", ""
    who = ", a woman" if gender == "woman" and rng.random() < 0.4 else ""
    return language, f"{language}{who}" if rng.random() < 0.5 else ""


def _may(rng: Random) -> dict[str, bool]:
    odds = {"call": 0.7, "text": 0.8, "leave_message": 0.4, "say_who_we_are": 0.3}
    return {what: rng.random() < likely for what, likely in odds.items()}


def _facts(rng: Random, nation: str, age: int) -> frozenset[str]:
    """What is true of them, for the lines that ask."""
    facts = {nation}
    if age < 26:
        facts.add("young")
    if age >= 63:
        facts.add("old")
    if 20 <= age <= 64:
        facts.add("working")
    if 23 <= age <= 52 and rng.random() < 0.35:
        facts.add("children")
    elif rng.random() < 0.5:
        facts.add("alone")
    return frozenset(facts)
