"""Making a narrative safe to show: replacing, never blanking out, and keeping a log."""

from functools import partial
from typing import cast

from django.db import transaction

from welcome.models import User
from welcome.refusals import Refused

from ..deidentifying import finding
from ..deidentifying.mark import mark_key
from ..deidentifying.name_forms import shown_words, words_of
from ..deidentifying.replacing import put_in_place
from ..models import Contributor, Narrative, Replacement
from .columns import Words
from .moves import lock
from .names_left_out import names_of, naming_of
from .writing import SHOWN, change


@transaction.atomic
def replace(
    narrative: Narrative, *, by: User, was: str, became: str, why: str = ""
) -> Narrative:
    """Put other words everywhere this stands, whole words only, and write it down."""
    narrative = lock(narrative)
    words = _replaced(narrative, _forms(narrative, was), became)
    if all(said == getattr(narrative, name) for name, said in words.items()):
        raise Refused(f"“{was}” is not anywhere in this story.")
    _refuse_too_long(words)
    narrative = change(narrative, by=by, **words)
    narrative.mark_decisions.filter(words=mark_key(was)).delete()
    Replacement.objects.create(
        narrative=narrative, was=was, became=became, why=why, by=by
    )
    return narrative


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


def all_marks(narrative: Narrative) -> list[finding.Mark]:
    """Those of everything that a reader sees, in its order."""
    return [mark for marks in marks_in(narrative).values() for mark in marks]


def became_in_book(narrative: Narrative) -> dict[str, str]:
    """What replaced what in this book, by `mark_key`; the latest counts."""
    log = Replacement.objects.filter(narrative__storybook=narrative.storybook_id)
    pairs = log.order_by("-at").values_list("was", "became")[:2_000]
    return {mark_key(was): became for was, became in reversed(pairs)}


def _forms(narrative: Narrative, was: str) -> list[str]:
    """These words, and as they are marked elsewhere: Moira, moira; never "will"."""
    marks = all_marks(narrative)
    same = {mark.text for mark in marks if mark_key(mark.text) == mark_key(was)}
    return [was, *sorted(same - {was})]


def _replaced(narrative: Narrative, forms: list[str], became: str) -> Words:
    """Everything that a reader sees, with the other words in place."""
    said = {name: getattr(narrative, name) for name in SHOWN}
    for form in forms:
        said = {name: put_in_place(t, form, became) for name, t in said.items()}
    return cast(Words, said)


def _refuse_too_long(words: Words) -> None:
    for name, text in words.items():
        longest = getattr(Narrative._meta.get_field(name), "max_length", None)
        if longest and len(str(text)) > longest:
            raise Refused(f"With that, the {name.replace('_', ' ')} is too long.")
