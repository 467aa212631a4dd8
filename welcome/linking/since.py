"""What was written while two records were one, and where it goes when they part.

Whatever corrects, answers or belongs to something of the other record goes back with
it, however the undoer decides about the rest: a correction is no use without the words
that it corrects.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction

from ..models import Linking, Person
from .relations import Relation, model_of, moving

Row = tuple[str, str]  # model, key
Tie = tuple[Row, Row]  # the first goes wherever the second goes


@dataclass
class Written:
    """Rows that came since, by relation: those that follow, and the rest."""

    following: dict[Relation, list[str]]
    rest: dict[Relation, list[str]]


def written_since(linking: Linking) -> Written:
    new = {relation: _new_at(relation, linking) for relation in moving()}
    new = {relation: keys for relation, keys in new.items() if keys}
    back = _going_back(linking)
    found = {(r.model._meta.label, key) for r, keys in new.items() for key in keys}
    _follow(back, found, _ties(new, back))
    sort: tuple[dict[Relation, list[str]], ...] = ({}, {})
    for relation, keys in new.items():
        for key in keys:
            rest = (relation.model._meta.label, key) not in back
            sort[rest].setdefault(relation, []).append(key)
    return Written(*sort)


def in_words(rows: dict[Relation, list[str]]) -> list[str]:
    """“3 passages”, “1 referral”: how many of what."""
    many: Counter[str] = Counter()
    names: dict[str, tuple[str, str]] = {}
    for relation, keys in rows.items():
        meta = relation.model._meta
        many[meta.label] += len(keys)
        names[meta.label] = str(meta.verbose_name), str(meta.verbose_name_plural)
    return [f"{n} {names[label][n != 1]}" for label, n in many.items()]


def living_at(person: Person) -> dict[Relation, list[str]]:
    """What would come along: everything at this record that can be moved."""
    return {r: keys for r in moving() if (keys := r.keys(person.pk))}


def give(rows: dict[Relation, list[str]], to: UUID) -> None:
    """Move these rows. One that has no room there stays where it is."""
    for relation, keys in rows.items():
        for key in keys:
            try:
                with transaction.atomic():
                    relation.rows.filter(pk=key).update(**{relation.column: to})
            except IntegrityError:
                continue


def _new_at(relation: Relation, linking: Linking) -> list[str]:
    """At the record that stayed now, and neither there before nor moved there."""
    if relation.label == "welcome.Person.linked_to":
        return []
    old = set(linking.stood.get(relation.label, []))
    moved = linking.repointed.filter(model=relation.model._meta.label)
    old |= set(moved.values_list("row", flat=True))
    keys = (str(key) for key in relation.keys(linking.kept_id))
    return [key for key in keys if key not in old]


def _going_back(linking: Linking) -> set[Row]:
    """Everything that was moved, whatever its model."""
    columns = {relation.column for relation in moving()}
    moved = linking.repointed.filter(column__in=columns, was=str(linking.other_id))
    return set(moved.values_list("model", "row"))


def _ties(new: dict[Relation, list[str]], back: set[Row]) -> list[Tie]:
    """What hangs on what, between what came since and what goes back."""
    asked: dict[type[models.Model], set[str]] = {}
    for relation, keys in new.items():
        asked.setdefault(relation.model, set()).update(keys)
    for label, key in back:
        asked.setdefault(model_of(label), set()).add(key)
    return [tie for model, keys in asked.items() for tie in _pointing(model, keys)]


def _pointing(model: type[models.Model], keys: set[str]) -> Iterator[Tie]:
    links = [f for f in model._meta.concrete_fields if f.is_relation]
    names = [field.attname for field in links]
    for row in model._base_manager.filter(pk__in=keys).values_list("pk", *names):
        for field, value in zip(links, row[1:], strict=True):
            if value is not None:
                target: Any = field.related_model
                here = (model._meta.label, str(row[0]))
                there = (target._meta.label, str(value))
                yield here, there
                if field.one_to_one:  # an agreement goes where its referral goes
                    yield there, here


def _follow(back: set[Row], new: set[Row], ties: list[Tie]) -> None:
    """Add to `back` whatever of `new` hangs on it, until nothing more does."""
    grown = True
    while grown:
        grown = False
        for row, hangs_on in ties:
            if hangs_on in back and row in new and row not in back:
                back.add(row)
                grown = True
