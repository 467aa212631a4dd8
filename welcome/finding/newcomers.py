"""A newcomer from what a script or a file says of them, checked, in plain words."""

from collections.abc import Mapping
from typing import Any

from django.utils import timezone

from ..models import Site
from ..values import birthdays, identifiers, phones, postcodes
from ..values.numbers_from_outside import is_figures
from ..values.text_cleaning import clean, clean_code
from .candidates import Newcomer

KEYS = ("name", "known_as", "formal_name", "born", "phone", "postcode") + (
    "identifier",
    "email",
)


class Unclear(Exception):
    """What was given cannot be understood; the sentence says why."""


def newcomer_from(said: Any, site: Site, *, where: str = "") -> Newcomer:
    """The newcomer that these keys tell of. Raises Unclear with a sentence."""
    try:
        told = _texts(said)
        born_on, born_year = birthdays.understand(
            told["born"], timezone.localdate(), serials=True
        )
        return Newcomer(
            site=site,
            name=told["formal_name"] or told["name"] or told["known_as"],
            known_as=told["known_as"],
            born_on=born_on,
            born_year=born_year,
            phone=_phone(told["phone"]),
            postcode=postcodes.tidy(told["postcode"]),
            identifier=_number(told["identifier"]),
            email=clean_code(told["email"]),
        )
    except ValueError as wrong:
        raise Unclear(f"{where}{wrong}.") from wrong


def _texts(said: Any) -> dict[str, str]:
    if not isinstance(said, Mapping):
        raise ValueError('Give one object with keys, like {"name": "Amina Yusuf"}')
    unknown = [str(key) for key in said if key not in KEYS]
    if unknown:
        raise ValueError(f"Unknown: {', '.join(unknown)}. Known: {', '.join(KEYS)}")
    told = {key: _text(key, said.get(key)) for key in KEYS}
    if not any(told[key] for key in KEYS if key not in ("born", "postcode")):
        raise ValueError("Say at least a name, a phone, an e-mail or a number")
    return told


def _text(key: str, value: Any) -> str:
    if isinstance(value, bool | list | dict):
        raise ValueError(f"{key} must be a text")
    return "" if value is None else clean(str(value)).strip()[:200]


def _phone(text: str) -> str:
    if text and (wrong := phones.what_is_wrong(text)):
        raise ValueError(f"Check the phone number. {wrong}")
    return phones.tidy(text)


def _number(text: str) -> str:
    figures = identifiers.tidy(text)
    if figures and not (len(figures) == 10 and is_figures(figures)):
        raise ValueError("An NHS or CHI number has ten digits")
    return figures
