"""What one row says of somebody, understood; or, in a sentence, why it cannot be."""

from collections.abc import Sequence

from . import columns, person_cells, set_aside
from .cell_lines import joined, on_one_line
from .cells import short
from .phone_owners import take_back_yes
from .row_facts import Asked, Bad, Told
from .strict_rows import what_is_wrong
from .told_cells import READ, said_by_column

#: These cost the row: one says that the team holds them no more, and what is
#: longer than a passage has no place to be kept.
_COSTS_THE_ROW = {"status", "notes"}
_LONGEST_NOTES = 20_000
_ON_ONE_LINE = "it was over several lines. We’ve put them on one: check it."


def understand(
    row: Sequence[str], headings: Sequence[str], codes: Sequence[str], asked: Asked
) -> Told:
    """What the row says. Raises Bad with everything that is wrong, in sentences.

    A value that cannot be read costs that value, never the person: it is kept in words.
    """
    one_line = [joined(cell) for cell in row] if asked.is_spreadsheet else list(row)
    if problem := what_is_wrong(one_line, len(headings)):
        raise Bad(problem)
    told = Told()
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
        line = on_one_line(code, text, asked)
    except ValueError as problem:
        return str(problem)  # it may be two people's
    if line != text and code in columns.NAMES:
        told.set_aside.append(f"{columns.FIELDS[code]}: {_ON_ONE_LINE}")
    try:
        READ[code](told, line, asked)
    except ValueError as problem:
        if code in _COSTS_THE_ROW:
            return str(problem)
        set_aside.keep(told, code, line, str(problem))
    return ""


def _finish(told: Told) -> list[str]:
    """What needs the whole row: a name, no fixed abode, and the length of the notes."""
    wrong = []
    person_cells.no_fixed_abode(told)
    take_back_yes(told)
    try:
        person_cells.name(told)
    except ValueError as problem:
        wrong.append(f"{problem}.")
    try:
        short(told.notes, _LONGEST_NOTES)
    except ValueError as problem:
        wrong.append(f"{columns.FIELDS['notes']}: {problem}.")
    return wrong
