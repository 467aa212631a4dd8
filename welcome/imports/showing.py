"""What a page shows of one row: enough to know it by, and whom it may be."""

from dataclasses import dataclass, field

from django.utils import timezone

from ..audit.looks import record_looks
from ..finding.possible_duplicates import Twin
from ..models import Import, ImportRow, Look, Person, User
from .columns import NAMES
from .row_facts import Bad
from .told import understand

_FACTS = ("born", "identifier", "phone", "postcode")


@dataclass
class Shown:
    row: ImportRow
    name: str
    facts: list[str] = field(default_factory=list)
    twin: Twin | None = None
    choices: list[tuple[str, str]] = field(default_factory=list)
    may_open: bool = False
    may_correct: bool = False


def shown(taken: Import, rows: list[ImportRow], *, by: User) -> list[Shown]:
    """These rows, for this reader. Seeing another team's person is written down."""
    found = [_show(taken, row, by) for row in rows]
    twins = [each.twin for each in found if each.twin and not each.twin.is_mine]
    record_looks((twin.person.pk for twin in twins), by=by, why=Look.Why.TWIN)
    return found


def _show(taken: Import, row: ImportRow, by: User) -> Shown:
    """Needs `person` and `twin` with the row."""
    if row.person:
        return _became(row, row.person, by)
    each = _as_it_will_look(taken, row) or _as_it_is(taken, row)
    each.may_correct = taken.state in (Import.State.READY, Import.State.DONE)
    if row.verdict == ImportRow.Verdict.CHOOSE:
        _ask(each, by)
    return each


def _as_it_will_look(taken: Import, row: ImportRow) -> Shown | None:
    """What the record will say; None of a row that is not understood."""
    nation, today = taken.team.site.nation, timezone.localdate()
    try:
        told = understand(
            row.cells, taken.headings, taken.columns, nation=nation, today=today
        )
    except Bad:
        return None
    called = f"called {told.known_as}" if told.known_as != told.name else ""
    born = f"{told.born_on:%-d %B %Y}" if told.born_on else told.born_year
    facts = [
        called, born and f"born {born}", told.identifier, told.phone, told.email,
        told.postcode, told.language,
    ]  # fmt: skip
    return Shown(row, told.name, [str(fact) for fact in facts if fact])


def _as_it_is(taken: Import, row: ImportRow) -> Shown:
    said = dict.fromkeys(taken.columns, "")
    for cell, code in zip(row.cells, taken.columns, strict=False):
        said[code] = said[code] or cell
    known_as = said.get("known_as", "")
    parts = [said.get(code, "") for code in ("first_name", "last_name", "formal_name")]
    name = " ".join(filter(None, parts)) or known_as
    facts = [said[code] for code in _FACTS if said.get(code)]
    return Shown(row, name if NAMES & set(said) else "", facts)


def _became(row: ImportRow, person: Person, by: User) -> Shown:
    """Who it is now. Of another team's person only as much as tells them apart."""
    if person.team_id in by.team_ids:
        name = person.formal_name or person.known_as
        return Shown(row, name, [person.reference], may_open=True)
    return Shown(row, Twin(person).recognisable, [f"with the {person.team}"])


def _ask(each: Shown, by: User) -> None:
    same = "It is them"
    if person := each.row.twin:
        each.twin = Twin(person, is_mine=person.team_id in by.team_ids)
        if not each.twin.is_mine:
            same = "It is them: tell their team"
    labels = dict(ImportRow.Choice.choices) | {ImportRow.Choice.SAME: same}
    each.choices = [
        (str(code), str(label))
        for code, label in labels.items()
        if each.twin or code != ImportRow.Choice.SAME
    ]
