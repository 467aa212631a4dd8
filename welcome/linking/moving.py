"""Moves what lives to the record that stays, and eases what may be there only once.

A model may say two things of itself. `team_follows_the_person`: its `team` becomes the
team of the record that stays. `settle_before_linking`: a sentence; where both records
have a row of which there may be only one, or either has one that is as
`unsettled_when_linked` says, linking is refused with it. Without that a row for which
there is no room stays with the other record, and comes back with it.
"""

from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models import Max

from ..models import AccessNeed, Identifier, Person, Supporter
from ..refusals import Refused
from .parts import OTHER
from .pen import Pen
from .relations import Relation, moving

_BY_THEIR_RULE = {"welcome.Identifier.person", "welcome.AccessNeed.person"}


def move_all(pen: Pen, kept: Person, other: Person) -> None:
    _all_settled(kept, other)
    _ease(pen, kept, other)
    _number_maps(pen, kept, other)
    for relation in moving():
        if relation.label not in _BY_THEIR_RULE:
            _move(pen, relation, kept, other)
    _move_needs(pen, kept, other)
    _move_numbers(pen, kept, other)


def stood(person: Person) -> dict[str, list[str]]:
    """The keys of what stands at a record now, by relation."""
    found = {r.label: [str(key) for key in r.keys(person.pk)] for r in moving()}
    return {label: keys for label, keys in found.items() if keys}


def _all_settled(kept: Person, other: Person) -> None:
    for relation in moving():
        unsettled = getattr(relation.model, "unsettled_when_linked", None)
        both = relation.rows.filter(**{f"{relation.column}__in": [kept.pk, other.pk]})
        if unsettled and both.filter(unsettled).exists():
            raise Refused(relation.model.settle_before_linking)  # type: ignore[attr-defined]


def _number_maps(pen: Pen, kept: Person, other: Person) -> None:
    """The maps of the other come before ours: the one that stands goes on standing."""
    before = other.maps.aggregate(most=Max("number"))["most"] or 0
    for drawn in kept.maps.order_by("-number") if before else []:
        pen.set(drawn, number=drawn.number + before)


def _ease(pen: Pen, kept: Person, other: Person) -> None:
    """Only one conversation is the first; only one person is rung first."""
    if kept.conversations.kept().filter(is_first=True).exists():
        for later in other.conversations.kept().filter(is_first=True):
            pen.set(later, is_first=False)
    first = Supporter.objects.now().filter(is_rung_first=True)
    if first.filter(person=kept).exists():
        for second in first.filter(person=other):
            pen.set(second, is_rung_first=False)


def _move(pen: Pen, relation: Relation, kept: Person, other: Person) -> None:
    keys = relation.keys(other.pk)
    if not keys:
        return
    try:
        with transaction.atomic():
            relation.rows.filter(pk__in=keys).update(**{relation.column: kept.pk})
    except IntegrityError:
        keys = [key for key in keys if _moves_alone(relation, key, kept)]
    pen.change(relation.model, keys, relation.column, other.pk, kept.pk)
    if getattr(relation.model, "team_follows_the_person", False):
        _let_teams_follow(pen, relation, keys, kept, other)


def _moves_alone(relation: Relation, key: Any, kept: Person) -> bool:
    """Whether this row has room beside what the record that stays has."""
    try:
        with transaction.atomic():
            relation.rows.filter(pk=key).update(**{relation.column: kept.pk})
    except IntegrityError:
        sentence = getattr(relation.model, "settle_before_linking", "")
        if sentence:
            raise Refused(sentence) from None
        return False
    return True


def _let_teams_follow(
    pen: Pen, relation: Relation, keys: list[Any], kept: Person, other: Person
) -> None:
    if kept.team_id == other.team_id:
        return
    theirs = relation.rows.filter(pk__in=keys, team=other.team_id)
    followers = list(theirs.values_list("pk", flat=True))
    pen.change(relation.model, followers, "team_id", other.team_id, kept.team_id)


def _move_needs(pen: Pen, kept: Person, other: Person) -> None:
    """Each need once. The same need in other words is kept as words."""
    known = {need.code: need.words for need in kept.access_needs.all()}
    for need in other.access_needs.order_by("pk"):
        if need.code and need.code in known:
            if not need.words or need.words == known[need.code]:
                continue  # the same: it stays where it was
            pen.set(need, code="")
        pen.change(AccessNeed, [need.pk], "person_id", other.pk, kept.pk)


def _move_numbers(pen: Pen, kept: Person, other: Person) -> None:
    """One number of each register; of two the rule says which one is shown."""
    may_cross_over()
    ours = {number.system: number for number in kept.identifiers.all()}
    for number in other.identifiers.all():
        mine = ours.get(number.system)
        if mine and pen.linking.rules.get(number.system) != OTHER:
            continue
        if mine:
            pen.change(Identifier, [mine.pk], "person_id", kept.pk, other.pk)
        pen.change(Identifier, [number.pk], "person_id", other.pk, kept.pk)


def may_cross_over() -> None:
    """Two numbers may change places: the database looks when the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS identifier_one_of_each_system DEFERRED")
