"""What one row says of somebody, understood; or, in a sentence, why it cannot be."""

from collections.abc import Collection, Sequence
from datetime import date

from . import columns, person_cells, set_aside
from .cells import short
from .row_facts import Asked, Bad, Told
from .strict_rows import what_is_wrong
from .told_cells import READ, on_one_line, said_by_column

#: These cost the row: one says that the team holds them no more, and what is
#: longer than a passage has no place to be kept.
_COSTS_THE_ROW = {"status", "notes"}
_LONGEST_NOTES = 20_000


def understand(
    row: Sequence[str],
    headings: Sequence[str],
    codes: Sequence[str],
    *,
    nation: str,
    today: date,
    month_first: Collection[str] = (),
) -> Told:
    """What the row says. Raises Bad with everything that is wrong, in sentences.

    A value that cannot be read costs that value, never the person: it is kept in words.
    """
    if problem := what_is_wrong(list(row), len(headings)):
        raise Bad(problem)
    told, asked = Told(), Asked(today, nation, month_first)
    wrong = []
    for code, text in said_by_column(row, headings, codes).items():
        if problem := _read(told, code, text, asked):
            wrong.append(f"{columns.FIELDS[code]}: {problem.rstrip('.')}.")
    wrong += _finish(told)
    if wrong:
        raise Bad(" ".join(wrong)[:500])
    return told


def _read(told: Told, code: str, text: str, asked: Asked) -> str:
    """Why this cell costs the row, or nothing."""
    try:
        on_one_line(code, text)
    except ValueError as problem:
        return str(problem)  # it may be two people's
    try:
        READ[code](told, text, asked)
    except ValueError as problem:
        if code in _COSTS_THE_ROW:
            return str(problem)
        set_aside.keep(told, code, text, str(problem))
    return ""


def _finish(told: Told) -> list[str]:
    """What needs the whole row: a name, no fixed abode, and the length of the notes."""
    wrong = []
    person_cells.no_fixed_abode(told)
    try:
        person_cells.name(told)
    except ValueError as problem:
        wrong.append(f"{problem}.")
    try:
        short(told.notes, _LONGEST_NOTES)
    except ValueError as problem:
        wrong.append(f"{columns.FIELDS['notes']}: {problem}.")
    return wrong
