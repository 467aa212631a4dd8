"""Deciding on each marked word: it is kept for a reason, or identifies no one."""

from collections.abc import Iterable

from django.db import transaction

from welcome.audit import trail
from welcome.models import User
from welcome.refusals import Refused

from ..deidentifying.mark import Mark, mark_key
from ..models import MarkDecision, Narrative
from .moves import fresh, lock, site_of
from .replacements import all_marks

#: An age, a place or a name, and a role: each alone is said of many.
_TOGETHER = {
    "age": "age",
    "year": "age",
    "capital": "place",
    "small": "place",
    "number": "place",
    "role": "role",
    "title": "role",
}


@transaction.atomic
def decide_mark(
    narrative: Narrative, *, by: User, seen: str, words: str, kind: str, why: str = ""
) -> Narrative:
    """Keep these marked words, wherever they are in it. The last decision counts."""
    narrative = lock(narrative)
    refuse_another_text(narrative, seen)
    mark = _marked(narrative, words)
    MarkDecision.objects.update_or_create(
        narrative=narrative,
        words=mark_key(words),
        defaults={"mark": mark.kind, "kind": kind, "why": why, "by": by},
    )
    trail.record(
        "narrative.mark_decided", about=narrative, by=by, site=site_of(narrative)
    )
    return fresh(narrative)


def undecided(narrative: Narrative, marks: Iterable[Mark]) -> list[Mark]:
    """The first of each marked word that no one decided on yet, in their order."""
    done = set(narrative.mark_decisions.values_list("words", flat=True))
    first: dict[str, Mark] = {}
    for mark in marks:
        first.setdefault(mark_key(mark.text), mark)
    return [mark for words, mark in first.items() if mark.is_hard or words not in done]


def told_together(narrative: Narrative) -> str:
    """What was kept of several kinds, which together may point to one person; or ""."""
    kept = narrative.mark_decisions.filter(kind=MarkDecision.Kind.KEPT)
    said = {_TOGETHER[one.mark]: one.words for one in kept if one.mark in _TOGETHER}
    return ", ".join(f"“{words}”" for words in said.values()) if len(said) > 1 else ""


def refuse_another_text(narrative: Narrative, seen: str) -> None:
    if narrative.fingerprint != seen:
        raise Refused("The text changed while you looked at it. Look at it again.")


def _marked(narrative: Narrative, words: str) -> Mark:
    found = all_marks(narrative)
    mark = next((m for m in found if mark_key(m.text) == mark_key(words)), None)
    if mark is None:
        raise Refused(f"“{words}” is not marked any more. Look at the text again.")
    if mark.is_hard:
        raise Refused(f"{mark.text} is {mark.words}. It must be replaced.")
    return mark
