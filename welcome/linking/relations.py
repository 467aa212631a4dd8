"""Everything that points to a person, found in the registry: none is forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import models

from ..models import Person, PrivateLink

#: What is not moved, and why. All else is.
STAYS = {
    "welcome.Event.person": "the trail is only ever added to",
    "welcome.Look.person": "who looked is only ever added to",
    "welcome.Holding.person": "always exactly one holder: two pasts cannot be one row",
    "welcome.Contact.person": "the contact log is only ever added to",
    "welcome.Farewell.person": "stands between two holdings of that record",
    "welcome.Decision.person": "what the team decided is never rewritten",
    "welcome.ContactWish.person": "one of each: joined by the rule chosen",
    "welcome.Equality.person": "one of each: only gaps are filled",
    "welcome.Linking.kept": "says which two became one",
    "welcome.Linking.other": "says which two became one",
    "welcome.LinkAsked.ours": "says who was asked about",
    "welcome.LinkAsked.theirs": "says who was asked about",
    "welcome.DuplicateAsk.ours": "says who was asked about",
    "welcome.DuplicateAsk.theirs": "says who was asked about",
    "welcome.NotTheSame.one": "said of that record",
    "welcome.NotTheSame.other": "said of that record",
}


@dataclass(frozen=True)
class Relation:
    model: type[models.Model]
    column: str
    only: tuple[tuple[str, Any], ...] = ()

    @property
    def label(self) -> str:
        return f"{self.model._meta.label}.{self.column.removesuffix('_id')}"

    @cached_property
    def rows(self) -> "models.QuerySet[Any]":
        return self.model._base_manager.filter(**dict(self.only))

    def of(self, person: UUID) -> "models.QuerySet[Any]":
        return self.rows.filter(**{self.column: person})

    def keys(self, person: UUID) -> list[Any]:
        return list(self.of(person).order_by("pk").values_list("pk", flat=True))


def every_relation() -> Iterator[Relation]:
    """Each column of each model that says whose it is."""
    for field in Person._meta.get_fields(include_hidden=True):
        if isinstance(field, models.ManyToOneRel):  # one to one is a kind of it
            yield Relation(field.related_model, field.field.attname)
    # a private link names its subject without a foreign key
    yield Relation(PrivateLink, "subject", (("purpose", PrivateLink.Purpose.PERSON),))


def moving() -> list[Relation]:
    """What is moved to the record that stays."""
    return [relation for relation in every_relation() if relation.label not in STAYS]


def model_of(label: str) -> type[models.Model]:
    return apps.get_model(label)
