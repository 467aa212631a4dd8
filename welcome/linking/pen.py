"""Writes a change and notes how it was; and puts everything back as it was."""

from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db import models

from ..models import Linking, Repointed
from .relations import model_of


class Pen:
    """Notes while it writes. `put_down` keeps the notes, at the end."""

    def __init__(self, linking: Linking) -> None:
        self.linking = linking
        self.notes: list[Repointed] = []

    def change(
        self, model: type[models.Model], keys: list[Any], column: str, was: Any, to: Any
    ) -> None:
        """One column of some rows, the same in each, in one statement."""
        model._base_manager.filter(pk__in=keys).update(**{column: to})
        label = model._meta.label
        self.notes += [self._note(label, key, column, was, to) for key in keys]

    def set(self, thing: models.Model, **values: object) -> None:
        """Some columns of one row; those that are so already are left alone."""
        for column, value in values.items():
            was = getattr(thing, column)
            if was != value:
                self.change(type(thing), [thing.pk], column, was, value)
                setattr(thing, column, value)

    def made(self, thing: models.Model) -> None:
        """A row that was not there before."""
        label = thing._meta.label
        self.notes.append(self._note(label, thing.pk, "", None, None))

    def put_down(self) -> None:
        Repointed.objects.bulk_create(self.notes, batch_size=500)

    def _note(self, label: str, key: Any, column: str, was: Any, to: Any) -> Repointed:
        return Repointed(
            linking=self.linking,
            model=label,
            row=str(key),
            column=column,
            was=_plain(was),
            became=_plain(to),
        )


def _plain(value: Any) -> Any:
    """As JSON keeps it, to the last microsecond."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def put_back(linking: Linking, *, but: set[str]) -> None:
    """Every column that still is as the linking left it becomes what it was.

    In the opposite order, so that what was taken away first comes back last. `but`
    names what has a newer truth: `model:row:column`.
    """
    notes = linking.repointed.exclude(column="").order_by("-pk")
    same = (n for n in notes if f"{n.model}:{n.row}:{n.column}" not in but)
    for (model, column), group in groupby(same, lambda n: (n.model, n.column)):
        rows = list(group)
        for was, became in _pairs(rows):
            keys = [n.row for n in rows if (n.was, n.became) == (was, became)]
            _restore(model_of(model), keys, column, was, became)


def _pairs(notes: list[Repointed]) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    for note in notes:
        if (note.was, note.became) not in found:
            found.append((note.was, note.became))
    return found


def _restore(
    model: type[models.Model], keys: list[str], column: str, was: Any, became: Any
) -> None:
    field: Any = model._meta.get_field(column)
    rows = model._base_manager.filter(pk__in=keys)
    if became is None:
        rows = rows.filter(**{f"{column}__isnull": True})
    else:
        rows = rows.filter(**{column: _read(field, became)})
    rows.update(**{column: _read(field, was)})


def _read(field: Any, value: Any) -> Any:
    return None if value is None else field.to_python(value)
