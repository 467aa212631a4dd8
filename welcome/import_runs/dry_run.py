"""The dry run: what would become of each row. Nothing is made here."""

from collections.abc import Iterable

from django.db import connection
from django.db.models import QuerySet

from ..imports.columns import NAMES
from ..imports.keys import key_of, marks_of
from ..imports.matching import are_alike, strong_twins
from ..imports.not_people import may_be_a_section, why_not_a_person
from ..imports.pen import write
from ..imports.row_facts import Bad, Told
from ..imports.row_meaning import meaning_of
from ..imports.states import move
from ..imports.workers_in_list import said_of_worker, workers_of
from ..models import Import, ImportRow, Person
from ..models.people import PersonQuerySet

_LETTER_LOST = (
    "A letter of the name was lost before we got this file. Correct the name here."
)
_ONE_CELL = "Only one cell of this row is filled in: is this a person?"
_SAME_ROW = "Exactly the same as row {number}."
_MADE_BEFORE = "Already imported, from this list or another."


def next_rows(taken: Import) -> QuerySet[ImportRow]:
    return taken.rows.filter(number__gt=taken.at_row).order_by("number")


def end(taken: Import) -> None:
    move(taken, Import.State.READY, by=taken.moved_by, at_row=0)


def take(taken: Import, rows: list[ImportRow]) -> None:
    for row in rows:  # as if never seen: the columns may be others now
        row.verdict = row.why = row.key = row.choice = ""
        row.marks, row.twin_id, row.same_as = [], None, None
    told = understand_each(taken, rows)
    for row in rows:
        if row.number in told:
            row.key = key_of(told[row.number], taken.team_id)
            row.marks = marks_of(told[row.number])
    good = [row for row in rows if row.number in told]
    find_here(good)
    _find_said_twice(taken, good)
    find_twins(taken, good, told)
    _find_alike(taken, good, told)
    _ask_about_sections(taken, good)
    find = workers_of(taken.team)
    for row in good:
        row.verdict = row.verdict or ImportRow.Verdict.NEW
        said = [*told[row.number].set_aside, said_of_worker(told[row.number], find)]
        row.why = " ".join(filter(None, [row.why, *said]))
    write(rows)


def _ask_about_sections(taken: Import, rows: list[ImportRow]) -> None:
    """A row with one cell only may be the name of a section: someone says which."""
    for row in rows:
        is_asked = not row.verdict and not row.corrected_at
        if is_asked and may_be_a_section(row.cells, taken.headings):
            row.verdict, row.why = ImportRow.Verdict.CHOOSE, _ONE_CELL


def understand_each(taken: Import, rows: Iterable[ImportRow]) -> dict[int, Told]:
    """What each says, by its number; a bad row gets its reason."""
    told = {}
    for row in rows:
        why = why_not_a_person(row.cells, taken.headings)
        if why and not row.corrected_at:
            row.verdict, row.why = ImportRow.Verdict.ASIDE, why
            continue
        if _has_lost_letter(taken, row):
            row.verdict, row.why = ImportRow.Verdict.BAD, _LETTER_LOST
            continue
        try:
            told[row.number] = meaning_of(taken, row.cells)
        except Bad as problem:
            row.verdict, row.why = ImportRow.Verdict.BAD, str(problem)
    return told


def _has_lost_letter(taken: Import, row: ImportRow) -> bool:
    """Whether a name has the sign for a letter that a program could not read."""
    pairs = zip(row.cells, taken.columns, strict=False)
    return any("\ufffd" in cell for cell, code in pairs if code in NAMES)


def find_here(rows: list[ImportRow]) -> None:
    """Rows that were brought over before: nothing to do, however often they come."""
    made = ImportRow.objects.filter(key__in=[row.key for row in rows], outcome="made")
    known = dict(made.values_list("key", "person_id"))
    for row in rows:
        if row.key in known:
            row.verdict, row.why = ImportRow.Verdict.HERE, _MADE_BEFORE
            row.twin_id = known[row.key]


def _find_said_twice(taken: Import, rows: list[ImportRow]) -> None:
    first: dict[str, int] = {}
    same = ImportRow.objects.filter(key__in=[row.key for row in rows]).exclude(key="")
    for of, key, number in same.values_list("of_id", "key", "number"):
        if of == taken.pk and number < rows[0].number:
            first[key] = min(number, first.get(key, number))
    for row in rows:
        number = first.setdefault(row.key, row.number)
        if number != row.number and not row.verdict:
            row.verdict = ImportRow.Verdict.HERE
            row.why = _SAME_ROW.format(number=number)


#: One mark after the other, each on the index of marks: asked for all of them at
#: once, the database would go through every row that there is, for each batch.
_ALIKE = """
SELECT r.number FROM unnest(%s::text[]) AS m CROSS JOIN LATERAL (
    SELECT of_id, number FROM welcome_importrow
    WHERE marks @> ARRAY[m]::varchar(24)[] OFFSET 0
) AS r WHERE r.of_id = %s AND r.number < %s
"""


def _alike_before(taken: Import, rows: list[ImportRow], marks: list[str]) -> set[int]:
    """The numbers of earlier rows of this list that share a mark with one of these."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(_ALIKE, [marks, taken.pk, rows[0].number])
        found = {number for (number,) in cursor.fetchall()}
        cursor.execute("SET LOCAL enable_seqscan = on")
    return found


def find_twins(
    taken: Import,
    rows: list[ImportRow],
    told: dict[int, Told],
    people: PersonQuerySet | None = None,
) -> None:
    """Somebody here who is most likely the same: a person decides, never we."""
    asked = {row.number: told[row.number] for row in rows if not row.verdict}
    if people is None:
        people = Person.objects.filter(site=taken.team.site_id)
    found = strong_twins(asked, taken.team, people)
    for row in rows:
        if twin := found.get(row.number):
            row.verdict, row.choice = ImportRow.Verdict.CHOOSE, ""
            row.why = f"Reasons: {', '.join(twin.why)}."
            row.twin_id = twin.person.pk


def _find_alike(taken: Import, rows: list[ImportRow], told: dict[int, Told]) -> None:
    """Two rows of this one file that are most likely the same person."""
    marks = [mark for row in rows for mark in row.marks]
    if not marks:
        return
    numbers = _alike_before(taken, rows, marks)
    before = taken.rows.filter(number__in=numbers).exclude(verdict="here")
    earlier = list(before.order_by("number"))
    known = told | understand_each(taken, earlier)
    by_mark: dict[str, list[int]] = {}
    for row in [*earlier, *rows]:
        near = {number for mark in row.marks for number in by_mark.get(mark, [])}
        if row.number in told and not row.verdict:
            _say_alike(row, sorted(near), known)
        if row.verdict != ImportRow.Verdict.HERE:
            for mark in row.marks:
                by_mark.setdefault(mark, []).append(row.number)


def _say_alike(row: ImportRow, near: list[int], known: dict[int, Told]) -> None:
    for number in near:
        if are_alike(known[row.number], known[number]):
            row.verdict, row.same_as = ImportRow.Verdict.CHOOSE, number
            row.why = f"May be the same person as row {number} of this list."
            return
