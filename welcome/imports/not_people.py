"""Rows of a list that are no person: totals, sections, notes, the headings again. Pure.

What is certainly none is set aside, with its reason, and can be taken back in by
correcting it. Where it may be a person after all, someone is asked.
"""

import re
from collections.abc import Sequence

from .columns import tidy

_TOTAL = re.compile(
    r"(sub ?|grand )?total\b|count\b|number of (people|clients|rows)\b", re.I
)
_PRINTED = re.compile(
    r"(printed|produced|created|exported|generated|report|page|as at|end of|source|"
    r"notes?|key|n\.?b\.?|\*+)\b[ :.\d]",
    re.I,
)
#: A sentence this long is a note, and no name.
_SENTENCE = 60


def why_not_a_person(cells: Sequence[str], headings: Sequence[str]) -> str:
    """Why this row is certainly none, in a sentence; or nothing.

    >>> why_not_a_person(["Total: 2", "", ""], ["Name", "DOB", "Phone"])
    'This looks like a total.'
    >>> why_not_a_person(["Ann Total", "1980", ""], ["Name", "DOB", "Phone"])
    ''
    """
    said = [cell for cell in cells if cell]
    if not said:
        return "This row is empty."
    if len(said) > 1 and [tidy(cell) for cell in said] == [
        tidy(heading) for cell, heading in zip(cells, headings, strict=False) if cell
    ]:
        return "These are the headings again."
    if len(said) > 2 or len(headings) < 2:
        return ""
    if _TOTAL.match(said[0]) and all(map(_is_figure, said[1:])):
        return "This looks like a total."
    if len(said) == 1 and (_PRINTED.match(said[0]) or len(said[0]) > _SENTENCE):
        return "This looks like a note."
    return ""


def may_be_a_section(cells: Sequence[str], headings: Sequence[str]) -> bool:
    """Whether only one cell says something, where others could: a person, or a section.

    >>> may_be_a_section(["North team", "", ""], ["Name", "DOB", "Phone"])
    True
    """
    return len(headings) > 2 and len([cell for cell in cells if cell]) == 1


def _is_figure(cell: str) -> bool:
    return bool(re.fullmatch(r"[\d,. ]+", cell))
