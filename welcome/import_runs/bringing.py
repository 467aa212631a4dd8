"""The run: who is new becomes a person, held by the team; who was recognised is."""

from django.db.models import OuterRef, QuerySet, Subquery

from ..actions.imported_people import bring_over, recognise
from ..audit import trail
from ..audit.payloads import ImportRun
from ..imports.pen import write
from ..imports.row_facts import Told
from ..imports.shelf import counts
from ..imports.states import move
from ..models import Identifier, Import, ImportRow, Person, Site
from .dry_run import find_here, find_twins, understand_each

_SAME_NUMBER = (
    "Someone here already has this NHS or CHI number. This is most likely the same "
    "person. Choose “Same person”, or remove the number from the list."
)


def next_rows(taken: Import) -> QuerySet[ImportRow]:
    rows = taken.rows.to_bring().filter(number__gt=taken.at_row)
    return rows.select_related("twin__team").order_by("number")


def take(taken: Import, rows: list[ImportRow]) -> None:
    """Who has come since the look is looked for again; then records are made."""
    # one list at a time at a site, or two might each make the same person
    Site.objects.select_for_update(no_key=True).get(pk=taken.team.site_id)
    told = understand_each(taken, rows)
    rows_new = [row for row in rows if row.choice != ImportRow.Choice.SAME]
    find_here([row for row in rows_new if row.number in told])
    _look_again(taken, rows_new, told)
    _refuse_same_number(taken, rows_new, told)
    _make(taken, [row for row in rows_new if _is_to_make(row)], told)
    for row in rows:
        if row.choice == ImportRow.Choice.SAME and row.number in told and row.twin:
            row.person = recognise(
                row.twin, told[row.number], by=taken.moved_by, team=taken.team
            )
            row.outcome = ImportRow.Outcome.SAME
    for row in rows:
        if row.outcome or row.verdict == ImportRow.Verdict.HERE:
            row.cells, row.marks = [], []
    write(rows)


def end(taken: Import) -> None:
    """All are brought over that can be; rows that wait for a choice keep it open."""
    _name_the_same(taken)
    waiting = taken.rows.undecided().exists()
    state = Import.State.READY if waiting else Import.State.DONE
    taken = move(taken, state, by=taken.moved_by, at_row=0)
    found = counts(taken)
    trail.record(
        "import.run",
        about=taken,
        by=taken.moved_by,
        site=taken.team.site,
        team=taken.team,
        detail=ImportRun(
            made=found["made"],
            same=found["same"],
            here=found["here"],
            bad=found["bad"],
            undecided=found["undecided"],
        ),
    )


def _look_again(taken: Import, rows: list[ImportRow], told: dict[int, Told]) -> None:
    """Only rows of which no one has said that they are someone new, and only beside
    people who came since the look: the list itself was looked through already."""
    since = Person.objects.filter(
        site=taken.team.site_id, made_at__gte=taken.looked_from
    ).exclude(import_rows__of=taken)
    fresh = [row for row in rows if row.verdict == "new" and row.number in told]
    for row in fresh:
        row.verdict = ""
    find_twins(taken, fresh, told, since)
    for row in fresh:
        row.verdict = row.verdict or ImportRow.Verdict.NEW


def _refuse_same_number(
    taken: Import, rows: list[ImportRow], told: dict[int, Told]
) -> None:
    """Whatever was chosen, a number names one person at a site."""
    asked = [told[row.number].identifier for row in rows if row.number in told]
    here = Identifier.objects.filter(
        site=taken.team.site, value__in=[number for number in asked if number]
    )
    whose = dict(here.values_list("value", "person_id"))
    row_of: dict[str, int] = {}
    for row in rows:
        number = told[row.number].identifier if row.number in told else ""
        if not number or not _is_to_make(row):
            continue
        if number in whose or number in row_of:
            row.verdict, row.choice = ImportRow.Verdict.CHOOSE, ""
            row.why, row.same_as = _SAME_NUMBER, row_of.get(number)
            row.twin_id = whose.get(number)
        row_of.setdefault(number, row.number)


def _is_to_make(row: ImportRow) -> bool:
    return row.verdict == "new" or (row.verdict == "choose" and row.choice == "new")


def _make(taken: Import, rows: list[ImportRow], told: dict[int, Told]) -> None:
    people: list[Person] = bring_over(
        [told[row.number] for row in rows], by=taken.moved_by, team=taken.team
    )
    for row, person in zip(rows, people, strict=True):
        row.outcome, row.person = ImportRow.Outcome.MADE, person


def _name_the_same(taken: Import) -> None:
    """A row like an earlier one of this file: now it is known who that became."""
    earlier = ImportRow.objects.filter(of=taken, number=OuterRef("same_as"))
    rows = taken.rows.undecided().filter(twin=None, same_as__isnull=False)
    rows.update(twin=Subquery(earlier.values("person")[:1]))
