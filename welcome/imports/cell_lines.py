"""A cell over several lines, in a column that is said on one. Pure.

In a CSV file such a cell may be two people's rows that a quotation mark has joined, so
it costs the row. A spreadsheet knows where a cell ends: there it is Alt+Enter.
"""

from ..values import written_phones
from .columns import IN_PARTS, ONE_LINE
from .row_facts import Asked
from .strict_rows import has_line_break

_PHONES = {"phone", "gp_phone"}


def on_one_line(code: str, text: str, asked: Asked) -> str:
    """What this column says, on one line; notes and the like keep theirs.

    Raises ValueError with a sentence where it may be two people's.
    """
    if code in IN_PARTS or not has_line_break(text):
        return text
    if code in ONE_LINE and not asked.is_spreadsheet:
        raise ValueError("This cell goes over several lines")
    return joined(text, are_phones=code in _PHONES)


def joined(text: str, *, are_phones: bool = False) -> str:
    """
    >>> joined("Orla\\nQuennell "), joined("0131 496\\n0118", are_phones=True)
    ('Orla Quennell', '0131 496 0118')
    >>> joined("07700 900118\\n\\n07700 900119", are_phones=True)
    '07700 900118 / 07700 900119'
    """
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    several = are_phones and any(map(_has_number, lines))
    return (" / " if several else " ").join(lines)


def _has_number(line: str) -> bool:
    try:
        return bool(written_phones.read(line).numbers)
    except ValueError:
        return False
