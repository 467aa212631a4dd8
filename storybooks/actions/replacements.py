"""Making a narrative safe to show: replacing, never blanking out, and keeping a log."""

from functools import partial
from typing import cast

from django.db import transaction

from welcome.models import User
from welcome.refusals import Refused

from ..deidentifying import finding
from ..deidentifying.name_forms import shown_words, words_of
from ..deidentifying.replacing import put_in_place
from ..models import Contributor, Narrative, Replacement, State
from .columns import Words
from .moves import fresh, lock, move
from .names_left_out import names_of, naming_of
from .writing import SHOWN, change


@transaction.atomic
def replace(
    narrative: Narrative, *, by: User, was: str, became: str, why: str = ""
) -> Narrative:
    """Put other words everywhere this stands, whole words only, and write it down."""
    narrative = lock(narrative)
    words = _replaced(narrative, was, became)
    if all(said == getattr(narrative, name) for name, said in words.items()):
        raise Refused(f"“{was}” is not anywhere in this story.")
    _refuse_too_long(words)
    narrative = change(narrative, by=by, **words)
    Replacement.objects.create(
        narrative=narrative, was=was, became=became, why=why, by=by
    )
    return narrative


@transaction.atomic
def mark_deidentified(
    narrative: Narrative, *, by: User, seen: str, looked_at_each: bool
) -> Narrative:
    """An editor says that nobody can be recognised. The rules must agree."""
    narrative = lock(narrative)
    if narrative.fingerprint != seen:
        raise Refused("The text changed while you looked at it. Look at it again.")
    marks = marks_in(narrative)
    hard = [mark for name in SHOWN for mark in marks[name] if mark.is_hard]
    if hard:
        raise Refused(
            f"There is still {hard[0].words} in it: “{hard[0].text}”. Replace it first."
        )
    if any(marks.values()) and not looked_at_each:
        raise Refused("Look at each marked word first, then tick that you have.")
    move(narrative, State.DEIDENTIFIED, by=by)
    return fresh(narrative)


def marks_in(narrative: Narrative) -> dict[str, list[finding.Mark]]:
    """What may give somebody away, in each thing that a reader sees.

    The name under which the contributor wants to be shown is theirs to show; the
    words that were put in place of others were put there for this reason. Nothing
    makes a name safe that its contributor asked to leave out.
    """
    naming = naming_of(narrative)
    names = names_of(narrative, naming)
    became = narrative.replacements.values_list("became", flat=True)
    safe = words_of([narrative.place, *became]) - names.left_out | names.shown
    if naming.named != Contributor.Named.NOBODY:
        safe |= shown_words(naming.shown_as) - names.left_out
    find = partial(finding.find_words, names=names.left_out, safe=safe)
    return {name: find(getattr(narrative, name)) for name in SHOWN}


def _replaced(narrative: Narrative, was: str, became: str) -> Words:
    """Everything that a reader sees, with the other words in place."""
    said = {name: put_in_place(getattr(narrative, name), was, became) for name in SHOWN}
    return cast(Words, said)


def _refuse_too_long(words: Words) -> None:
    for name, text in words.items():
        longest = getattr(Narrative._meta.get_field(name), "max_length", None)
        if longest and len(str(text)) > longest:
            raise Refused(f"With that, the {name.replace('_', ' ')} is too long.")
