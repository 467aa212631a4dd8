"""An import that was a mistake is undone, while its records are as it made them."""

from uuid import UUID

from django.db import connection, transaction

from ..audit import trail
from ..audit.payloads import ImportRows
from ..imports import shelf
from ..imports.states import locked, move
from ..imports.untouched import MADE_BY_IMPORT, made_by, references_touched
from ..linking.relations import model_of
from ..models import Import, Person, Site, User
from ..refusals import Refused

#: A page can wait for so many: the database looks at each table for each person.
MOST_ON_A_PAGE = 5_000


@transaction.atomic
def undo(taken: Import, *, by: User, at_most: int | None = MOST_ON_A_PAGE) -> Import:
    """Remove everyone whom this list made, with all that it said; see ADR 0047.

    Refused where someone has done anything with one of these records since. Without
    `at_most` it takes as long as it takes.
    """
    taken = locked(taken)
    _no_longer_than(taken, at_most)
    # as where people are made: one list at a time at a site
    Site.objects.select_for_update(no_key=True).get(pk=taken.team.site_id)
    people = list(made_by(taken).select_for_update(of=("self",)).order_by("pk"))
    if taken.state == Import.State.DONE and not people:
        raise Refused("No one was made from this list, so there is nothing to undo.")
    if touched := references_touched(taken):
        raise Refused(in_words(touched))
    taken = move(taken, Import.State.UNDONE, by=by)
    trail.record_each("person.import_undone", [(p, p, {}) for p in people], by)
    _let_rows_go([person.pk for person in people])
    _delete([person.pk for person in people])
    shelf.empty(taken)
    trail.record(
        "import.undone",
        about=taken,
        by=by,
        site=taken.team.site,
        team=taken.team,
        detail=ImportRows(rows=len(people)),
    )
    return taken


def _no_longer_than(taken: Import, at_most: int | None) -> None:
    if at_most is None:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 0")
    elif taken.rows.filter(outcome="made")[at_most : at_most + 1].exists():
        raise Refused(
            f"This list made more than {at_most:,} people, too many for a page. Ask "
            f"an administrator to run: manage.py undo_import {taken.pk}"
        )


def in_words(touched: list[str]) -> str:
    """Why an import cannot be undone, with the records that say so."""
    return (
        "This import can’t be undone, because someone has worked with its records "
        f"since. For example: {', '.join(touched)}."
    )


#: Rows of any list that pointed to these people. Of lists that are still to be run
#: they are someone new again: before a row is imported it is looked for once more.
_FREE = """
UPDATE welcome_importrow AS r SET
    outcome = '', person_id = NULL, twin_id = NULL,
    choice = CASE WHEN r.choice = 'same' THEN '' ELSE r.choice END
WHERE r.person_id = ANY(%(people)s);
"""
_NEW_AGAIN = """
UPDATE welcome_importrow AS r SET
    twin_id = NULL,
    verdict = CASE WHEN is_ahead THEN 'new' ELSE r.verdict END,
    why = CASE WHEN is_ahead THEN '' ELSE r.why END,
    choice = CASE WHEN is_ahead OR r.choice = 'same' THEN '' ELSE r.choice END
FROM (
    SELECT w.id, i.state = 'ready' AND w.verdict IN ('choose', 'here') AS is_ahead
    FROM welcome_importrow AS w JOIN welcome_import AS i ON i.id = w.of_id
    WHERE w.twin_id = ANY(%(people)s)
) AS found
WHERE found.id = r.id
"""


def _let_rows_go(people: list[UUID]) -> None:
    with connection.cursor() as cursor:
        for statement in (_FREE, _NEW_AGAIN):
            cursor.execute(statement, {"people": people})


def _delete(people: list[UUID]) -> None:
    """In one statement for each table. Events and looks stay: they hold no words."""
    tables = [model_of(name.rpartition(".")[0]) for name in MADE_BY_IMPORT]
    with connection.cursor() as cursor:
        for model in tables:
            table = connection.ops.quote_name(model._meta.db_table)
            cursor.execute(f"DELETE FROM {table} WHERE person_id = ANY(%s)", [people])
        table = connection.ops.quote_name(Person._meta.db_table)
        cursor.execute(f"DELETE FROM {table} WHERE id = ANY(%s)", [people])
