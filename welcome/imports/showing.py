"""What a page shows of one row: enough to know it by, and whom it may be."""

from dataclasses import dataclass, field

from ..audit.looks import record_looks
from ..finding.possible_duplicates import Twin
from ..models import Import, ImportRow, Look, Person, User
from .row_facts import Bad
from .row_meaning import meaning_of
from .side_by_side import Fact, beside_person, beside_row, name_in, said_in

#: An answer that is given another time: the row stays as it is.
LATER = "later"
_FACTS = ("born", "identifier", "phone", "postcode")


@dataclass
class Shown:
    row: ImportRow
    name: str
    facts: list[str] = field(default_factory=list)
    twin: Twin | None = None
    choices: list[tuple[str, str]] = field(default_factory=list)
    #: What the row says beside what the record says, or an earlier row of the list.
    beside: list[Fact] = field(default_factory=list)
    may_open: bool = False
    may_correct: bool = False


def shown(taken: Import, rows: list[ImportRow], *, by: User) -> list[Shown]:
    """These rows, for this reader. Seeing another team's person is written down."""
    found = [_show(taken, row, by) for row in rows]
    twins = [each.twin for each in found if each.twin and not each.twin.is_mine]
    record_looks((twin.person.pk for twin in twins), by=by, why=Look.Why.TWIN)
    _put_earlier_rows_beside(taken, found)
    return found


def _show(taken: Import, row: ImportRow, by: User) -> Shown:
    """Needs `person` and `twin` with the row."""
    if row.person:
        return _became(row, row.person, by)
    said = said_in(taken, row.cells)
    each = _as_it_will_look(taken, row) or _as_it_is(row, said)
    each.may_correct = taken.state in (Import.State.READY, Import.State.DONE)
    if row.verdict == ImportRow.Verdict.CHOOSE:
        _ask(each, said, by)
    return each


def _as_it_will_look(taken: Import, row: ImportRow) -> Shown | None:
    """What the record will say; None of a row that is not understood."""
    try:
        told = meaning_of(taken, row.cells)
    except Bad:
        return None
    called = f"called {told.known_as}" if told.known_as != told.name else ""
    born = f"{told.born_on:%-d %B %Y}" if told.born_on else told.born_year
    facts = [
        called, born and f"born {born}", told.identifier, told.phone, told.email,
        told.postcode, told.language,
    ]  # fmt: skip
    return Shown(row, told.name, [str(fact) for fact in facts if fact])


def _as_it_is(row: ImportRow, said: dict[str, str]) -> Shown:
    facts = [said[code] for code in _FACTS if said.get(code)]
    return Shown(row, name_in(said), facts)


def _became(row: ImportRow, person: Person, by: User) -> Shown:
    """Who it is now. Of another team's person only as much as tells them apart."""
    if person.team_id in by.team_ids:
        name = person.formal_name or person.known_as
        return Shown(row, name, [person.reference], may_open=True)
    return Shown(row, Twin(person).recognisable, [f"with the {person.team}"])


def _ask(each: Shown, said: dict[str, str], by: User) -> None:
    labels = {str(code): str(label) for code, label in ImportRow.Choice.choices}
    if person := each.row.twin:
        each.twin = Twin(person, is_mine=person.team_id in by.team_ids)
        each.beside = beside_person(said, each.twin)
        if not each.twin.is_mine:
            labels["same"] += ": tell their team"
    else:
        del labels["same"]
    leave = labels.pop("leave")
    each.choices = [*labels.items(), (LATER, "Later"), ("leave", leave)]


def _put_earlier_rows_beside(taken: Import, found: list[Shown]) -> None:
    """Where an earlier row of the list may be the same and is no person yet."""
    asked = [each for each in found if each.choices and not each.twin]
    if not asked:
        return
    numbers = [each.row.same_as or 0 for each in asked]
    rows = dict(taken.rows.filter(number__in=numbers).values_list("number", "cells"))
    for each in asked:
        if cells := rows.get(each.row.same_as or 0):
            said = said_in(taken, each.row.cells)
            each.beside = beside_row(said, said_in(taken, cells))
