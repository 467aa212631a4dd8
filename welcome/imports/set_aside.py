"""Values that could not be read: they cost no one their record, and stay in words.

The row says why, and repeats nothing; the words are kept as they were in the list.
"""

from . import columns
from .row_facts import Told

#: How to reach someone is read there; everything else is a note.
_TO_REACH = {"phone", "email"}
SEVERAL = (
    "more than one number in one cell, so none was saved. They are kept as words: "
    "choose the right one on the person’s page"
)


def joined(*words: str) -> str:
    return "\n".join(filter(None, words))


def keep(told: Told, code: str, text: str, why: str) -> None:
    """What the cell said is kept in words, and the row says why."""
    why = why.rstrip(".")
    told.set_aside.append(
        f"{columns.FIELDS[code]}: {why}. We’ve kept it as it was in the list."
    )
    note(told, code, f", as it was in the list: {text}")


def keep_several(told: Told, code: str, text: str) -> None:
    """A record holds one number: which is right no one can tell, so all stay words."""
    told.set_aside.append(f"{columns.FIELDS[code]}: {SEVERAL}.")
    note(told, code, f": {text}")


def note(told: Told, code: str, words: str) -> None:
    words = f"{columns.FIELDS[code]}{words}"
    if code in _TO_REACH:
        told.reach_words = joined(told.reach_words, words)
    else:
        told.notes = joined(told.notes, words)
