"""Lists what is stored and would not be stored today. It reads, and changes nothing.

Which fields: every e-mail address, and what is named in `HOW`, in whatever table.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models

from ..values.phones import are_several, digits
from ..values.text_cleaning import clean, clean_code

UNSEEN = "holds signs that cannot be seen, or figures of another script"
SEVERAL = "holds more than one number"
NOT_FOUND = "is not found by its figures"


@dataclass(frozen=True)
class Found:
    """A record by its reference, a field by its name; never what stands there."""

    record: str
    field: str
    why: str


def _text(stored: str) -> str:
    return UNSEEN if clean(stored).strip() != stored else ""


def _code(stored: str) -> str:
    return UNSEEN if clean_code(stored) != stored else ""


def _phone(stored: str) -> str:
    return SEVERAL if are_several(stored) else _code(stored)


def _phone_or_email(stored: str) -> str:
    return _text(stored) if "@" in stored else _phone(stored)


#: What is asked of a field, by its name.
HOW: dict[str, Callable[[str], str]] = {
    "known_as": _text,
    "formal_name": _text,
    "name": _text,
    "shown_as": _text,
    "introducer_name": _text,
    "introducer_contact": _phone_or_email,
    "phone": _phone,
    "gp_phone": _phone,
    "duty_phone": _phone,
    "postcode": _code,
    "value": _code,
}


def uncleaned() -> Iterator[Found]:
    """Table by table, some thousand rows at a time."""
    for model in apps.get_models():
        fields = {f.name: how for f in model._meta.concrete_fields if (how := _how(f))}
        if fields:
            yield from _in(model, fields)
    yield from _not_found()


def _how(field: Any) -> Callable[[str], str] | None:
    if isinstance(field, models.EmailField):
        return _code
    return HOW.get(field.name) if isinstance(field, models.CharField) else None


def _in(
    model: type[models.Model], fields: dict[str, Callable[[str], str]]
) -> Iterator[Found]:
    reference = _reference_of(model)
    rows = model._default_manager.order_by("pk").values("pk", reference, *fields)
    for row in rows.iterator(chunk_size=2000):
        record = row[reference] if reference != "pk" else None
        for name, how in fields.items():
            if why := how(row[name] or ""):
                yield Found(record or f"{model._meta.label} {row['pk']}", name, why)


def _reference_of(model: type[models.Model]) -> str:
    """Where the reference of the person stands whom a row is about, or its own key."""
    names = {field.name for field in model._meta.concrete_fields}
    if {"reference", "known_as"} <= names:
        return "reference"
    return "person__reference" if "person" in names else "pk"


def _not_found() -> Iterator[Found]:
    """Phones whose figures, as kept for finding, are no longer those of today."""
    wishes = apps.get_model("welcome", "ContactWish").objects.exclude(phone="")
    rows = wishes.order_by("pk").values_list(
        "person__reference", "phone", "phone_digits"
    )
    for reference, phone, figures in rows.iterator(chunk_size=2000):
        if not are_several(phone) and digits(phone) != figures:
            yield Found(reference, "phone_digits", NOT_FOUND)
