"""What is known about someone besides their story, in parts that fit on a page each.

The facts of a part are plain data under the names of its form's boxes: what the page
begins with, what is compared to see whether someone wrote meanwhile, and what is
kept when it is written anew.
"""

import json
from collections.abc import Callable, Iterable
from datetime import date
from hashlib import sha256
from typing import TypedDict, cast

from django.utils.formats import date_format

from .models import ContactWish, Equality, Person


class Facts(TypedDict, total=False):
    """What stands in one or more parts, as JSON keeps it: what a page begins with."""

    known_as: str
    formal_name: str
    pronouns: str
    #: The birthday in words, or only its year.
    born: str
    identifier: str
    phone: str
    email: str
    may: list[str]
    days: list[str]
    times: str
    may_say: str
    reach_words: str
    postcode: str
    address: str
    language: str
    interpreter: str
    access: list[str]
    access_words: str
    gp_practice: str
    gp_phone: str
    ethnicity: str
    gender: str
    same_as_at_birth: str
    disability: str
    faith: str
    orientation: str
    carer: str


class Said(TypedDict, total=False):
    """What the boxes of one or more parts say, as a form has checked them."""

    known_as: str
    formal_name: str
    pronouns: str
    #: The birthday, or only its year.
    born: tuple[date | None, int | None]
    identifier: str
    phone: str
    email: str
    may: Iterable[str]
    days: Iterable[str]
    times: str
    may_say: str
    reach_words: str
    postcode: str
    address: str
    language: str
    interpreter: str | bool
    access: Iterable[str]
    access_words: str
    gp_practice: str
    gp_phone: str
    ethnicity: str
    gender: str
    same_as_at_birth: str
    disability: str
    faith: str
    orientation: str
    carer: str


#: What may be done, as the form names it, and the column that keeps it.
MAY = {
    "call": "may_call",
    "text": "may_text",
    "message": "may_leave_message",
    "say_who": "may_say_who_we_are",
    "email": "may_email",
    "post": "may_post",
}
FAIR = [
    "ethnicity",
    "gender",
    "same_as_at_birth",
    "disability",
    "faith",
    "orientation",
    "carer",
]


def facts_of(person: Person, part: str) -> Facts:
    """What stands in this part now. `part` is one of PARTS."""
    return PARTS[part](person)


def seen(facts: Facts) -> str:
    """A mark of these facts, by which a page says what it has read."""
    return sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:16]


def _names(person: Person) -> Facts:
    number = person.identifiers.order_by("system").first()
    return {
        "known_as": person.known_as,
        "formal_name": person.formal_name,
        "pronouns": person.pronouns,
        "born": _born(person),
        "identifier": number.spaced if number else "",
    }


def _born(person: Person) -> str:
    if person.born_on:
        return date_format(person.born_on, "j F Y")
    return str(person.born_year or "")


def _reach(person: Person) -> Facts:
    wish = getattr(person, "contact_wish", None) or ContactWish()
    return {
        "phone": wish.phone,
        "email": wish.email,
        "may": [name for name, column in MAY.items() if getattr(wish, column)],
        "days": list(wish.days),
        "times": wish.times,
        "may_say": wish.may_say,
        "reach_words": wish.words,
        "postcode": person.postcode,
        "address": person.address,
    }


def _needs(person: Person) -> Facts:
    needs = list(person.access_needs.order_by("code", "pk"))
    return {
        "language": person.language,
        "interpreter": person.interpreter,
        "access": [need.code for need in needs if need.code],
        "access_words": " ".join(need.words for need in needs if need.words),
    }


def _doctor(person: Person) -> Facts:
    return {"gp_practice": person.gp_practice, "gp_phone": person.gp_phone}


def _fairness(person: Person) -> Facts:
    equality = getattr(person, "equality", None) or Equality()
    return cast(Facts, {column: getattr(equality, column) for column in FAIR})


PARTS: dict[str, Callable[[Person], Facts]] = {
    "names": _names,
    "reach": _reach,
    "needs": _needs,
    "doctor": _doctor,
    "fairness": _fairness,
}
