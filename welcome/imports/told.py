"""What one row says of somebody, understood; or, in a sentence, why it cannot be."""

from collections.abc import Sequence
from datetime import date

from . import cells, columns
from .row_facts import Bad, Told
from .strict_rows import what_is_wrong
from .told_cells import READ, on_one_line, said_by_column


def understand(
    row: Sequence[str],
    headings: Sequence[str],
    codes: Sequence[str],
    *,
    nation: str,
    today: date,
) -> Told:
    """What the row says. Raises Bad with everything that is wrong, in sentences."""
    if problem := what_is_wrong(list(row), len(headings)):
        raise Bad(problem)
    told, wrong = Told(), []
    for code, text in said_by_column(row, headings, codes).items():
        try:
            on_one_line(code, text)
            READ[code](told, text, today, nation)
        except ValueError as problem:
            wrong.append(f"{columns.FIELDS[code]}: {str(problem).rstrip('.')}.")
    try:
        told.known_as, told.formal_name = cells.names(
            told.known_as, told.formal_name, told.first_name, told.last_name
        )
    except ValueError as problem:
        wrong.append(str(problem))
    if wrong:
        raise Bad(" ".join(wrong)[:500])
    return told
