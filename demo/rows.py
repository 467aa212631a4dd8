"""The rows of the demo, gathered by model and written in bulk, with every rule on."""

from collections import defaultdict
from graphlib import TopologicalSorter
from random import Random
from typing import Any, TypeVar
from uuid import UUID

from django.db import connection, models

from welcome.models import Event, Look

_AT_ONCE = 2000

Row = TypeVar("Row", bound=models.Model)


class Rows:
    """Everything that is to be written, in memory until `write`."""

    def __init__(self) -> None:
        self.of: dict[type[models.Model], list[Any]] = defaultdict(list)

    def add(self, row: Row) -> Row:
        self.of[type(row)].append(row)
        return row

    def add_as(self, pk: UUID, row: Row) -> Row:
        """Gather a row that an app has made, under a key that the seed makes again."""
        row.pk = pk
        return self.add(row)

    def write(self) -> int:
        """Insert everything; then every rule that waits for the end has its say."""
        for events in (self.of[Event], self.of[Look]):
            events.sort(key=lambda row: row.at)
        for model in self._in_order():
            model._default_manager.bulk_create(self.of[model], batch_size=_AT_ONCE)
        connection.check_constraints()
        return sum(map(len, self.of.values()))

    def _in_order(self) -> list[type[models.Model]]:
        """Each model after those that its rows point to."""
        graph = {
            model: {
                field.related_model
                for field in model._meta.concrete_fields
                if field.related_model in self.of and field.related_model != model
            }
            for model in self.of
        }
        return list(TopologicalSorter(graph).static_order())


def new_id(rng: Random) -> UUID:
    """An identity that the same seed makes again."""
    return UUID(int=rng.getrandbits(128), version=4)
