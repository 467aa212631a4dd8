"""The rows of the demo, gathered by model and written in bulk, with every rule on."""

from collections.abc import Iterable
from datetime import datetime
from random import Random
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, models

from referrals.models import (
    Agreement,
    Change,
    Gap,
    Note,
    Objection,
    Offer,
    Outcome,
    Question,
    Referral,
    Request,
    ToldAgain,
)
from welcome.models import (
    AccessNeed,
    ContactWish,
    Conversation,
    Dialog,
    Draft,
    Emergency,
    Equality,
    Event,
    Farewell,
    Holding,
    Hope,
    Identifier,
    Introduction,
    Look,
    MapVersion,
    Membership,
    Message,
    Organisation,
    Passage,
    Person,
    Rating,
    Site,
    Team,
    User,
)

#: What stands on what: each model after those that its rows point to.
ORDER: list[type[models.Model]] = [
    Site,
    Team,
    Organisation,
    User,
    Membership,
    Offer,
    Change,
    Person,
    ContactWish,
    AccessNeed,
    Equality,
    Identifier,
    Introduction,
    Conversation,
    Draft,
    Passage,
    MapVersion,
    Holding,
    Farewell,
    Hope,
    Rating,
    Dialog,
    Request,
    Agreement,
    Agreement.passages.through,
    Referral,
    Question,
    Note,
    Outcome,
    ToldAgain,
    Objection,
    Gap,
    Emergency,
    Event,
    Look,
    Message,
]
_AT_ONCE = 2000

Row = TypeVar("Row", bound=models.Model)


class Rows:
    """Everything that is to be written, in memory until `write`."""

    def __init__(self) -> None:
        self.of: dict[type[models.Model], list[Any]] = {model: [] for model in ORDER}

    def add(self, row: Row) -> Row:
        self.of[type(row)].append(row)
        return row

    def event(
        self, what: str, at: datetime, by: User, about: models.Model, **rest: Any
    ) -> Event:
        """What `trail.record` would have written at that moment.

        Of `rest`, person, site, team and partner are columns; all others are codes.
        Only identities are set: for a hundred thousand rows that is twice as fast.
        """
        places = {k: rest.pop(k, None) for k in ("person", "site", "team", "partner")}
        ids = {f"{k}_id": thing and thing.pk for k, thing in places.items()}
        if places["person"]:
            ids["site_id"] = places["person"].site_id
        label = f"{about._meta.label}:{about.pk}"
        row = Event(what=what, at=at, by_id=by.pk, about=label, detail=rest, **ids)
        return self.add(row)

    def write(self) -> int:
        """Insert everything; then every rule that waits for the end has its say."""
        for events in (self.of[Event], self.of[Look]):
            events.sort(key=lambda row: row.at)
        for model in ORDER:
            _insert(model, self.of[model])
        connection.check_constraints()
        return sum(map(len, self.of.values()))


def _insert(model: type[models.Model], rows: Iterable[Any]) -> None:
    model._default_manager.bulk_create(rows, batch_size=_AT_ONCE)


def new_id(rng: Random) -> UUID:
    """An identity that the same seed makes again."""
    return UUID(int=rng.getrandbits(128), version=4)
