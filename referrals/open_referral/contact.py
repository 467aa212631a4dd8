"""Phones, and addresses of the web and of e-mail, as a directory says them. Pure."""

import re

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

from welcome.values.phones import are_several
from welcome.values.text_cleaning import clean_code

from .said import Said

_url = URLValidator(schemes=["http", "https"])
#: A name of a machine and perhaps a path, without the scheme before it.
_WITHOUT_SCHEME = re.compile(r"(?://)?((?:[\w-]+\.)+[a-z]{2,}(?:[/?#]\S*)?)", re.I)
_EXTENSION = re.compile(
    r"(.*\d.*?)[\s,;]*(?:\bx|\bext(?:ension|n)?\b)[.:\s]*(\d{1,6})", re.I
)
_LONGEST = 30


def web_address(said: Said, key: str) -> str:
    """Where a browser may follow it; a missing https:// is added and reported."""
    words = said.text(key, 200)
    bare = _WITHOUT_SCHEME.fullmatch(words)
    full = f"https://{bare[1]}" if bare else words
    if not full:
        return ""
    try:
        _url(full)
    except ValidationError:
        sentence = f"Its {key} cannot be used. It must start with https:// or http://."
        return said.lose(key, sentence)
    if bare:
        said.repaired.append(f"Its {key} had no https:// before it.")
    return full


def email_address(words: str) -> str:
    """In plain signs. Raises ValueError with a sentence."""
    words = clean_code(words).removeprefix("mailto:")
    try:
        validate_email(words)
    except ValidationError as problem:
        raise ValueError("It must look like name@example.org") from problem
    return words


def phone_of(said: Said) -> str:
    """Its own, or that of its contacts, its place or its organisation: the first."""
    for holders in _who_may_be_rung(said):
        phones = [phone for one in holders for phone in one.parts("phones")]
        if len(phones) > 1:
            said.left_out.append("It has several phones. We took the first.")
        if number := next(filter(None, map(_one_number, phones)), ""):
            return number
    return ""


def _who_may_be_rung(said: Said) -> list[list[Said]]:
    places = said.parts("service_at_locations")
    places += [place.part("location") for place in places]
    organisation = said.part("organization")
    return [
        [said, *said.parts("contacts")],
        places + [person for place in places for person in place.parts("contacts")],
        [organisation, *organisation.parts("contacts")],
    ]


def _one_number(told: Said) -> str:
    """In plain figures, with its extension. Of several in one box we take none."""
    number, extension = told.code("number", 100), told.code("extension", 20)
    if found := _EXTENSION.fullmatch(number):
        number, extension = found[1], extension or found[2]
    if are_several(number):
        told.left_out.append("Its phone has several numbers. We took none.")
        return ""
    whole = f"{number} ext. {extension}" if number and extension.isdecimal() else number
    if len(whole) > _LONGEST:
        return told.lose("number", f"Its number is too long: the limit is {_LONGEST}.")
    return whole
