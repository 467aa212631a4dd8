"""Marks by which two rows are known to be the same, and which tell nobody more."""

import hmac
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from uuid import UUID

from django.utils.crypto import salted_hmac

from ..values import phones
from .row_facts import Told


@cache
def _secret() -> bytes:
    return salted_hmac("a team's own list", "key", algorithm="sha256").digest()


def _sign(words: str) -> str:
    """Says that two things are the same, and tells nobody what they are."""
    return hmac.new(_secret(), words.lower().encode(), sha256).hexdigest()


def key_of(told: Told, team: UUID) -> str:
    """The same for the same facts in the same team, whatever the columns' order."""
    # without our own words, and what other facts say too
    said = asdict(told) | {"set_aside": "", "phone_words": ""}
    facts = sorted((name, str(fact)) for name, fact in said.items() if fact)
    return _sign(f"{team}|{facts}")


def marks_of(told: Told) -> list[str]:
    """By which two rows of one file are found that may be one person."""
    found = {
        "number": told.identifier,
        "birthday": told.born_on and f"{told.born_on}",
        "phone": told.phone and phones.digits(told.phone),
        "email": told.email,
        "called": " " in told.name and f"{told.name} {told.year}",
        "place": told.postcode and f"{told.postcode} {told.name}",
    }
    return [_sign(f"{kind} {what}")[:24] for kind, what in found.items() if what]
