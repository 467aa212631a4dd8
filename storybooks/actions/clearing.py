"""Saying that a narrative is safe to show, once every mark is decided on."""

from django.db import transaction

from welcome.models import User
from welcome.refusals import Refused

from ..models import Narrative, Recognition, State
from .mark_decisions import refuse_another_text, undecided
from .moves import editors_of, fresh, lock, move
from .replacements import all_marks


@transaction.atomic
def mark_deidentified(
    narrative: Narrative, *, by: User, seen: str, public: str, known: str, staff: str
) -> Narrative:
    """An editor says that nobody can be recognised. The rules must agree.

    `public`, `known`, `staff`: could someone be recognised by strangers, by people who
    know them, by staff? Where another editor can answer, it is not who did the marking.
    """
    narrative = lock(narrative)
    refuse_another_text(narrative, seen)
    _refuse_what_is_left(narrative)
    if others := others_who_answer(narrative, by):
        raise Refused(
            "You decided on the marks, so another editor answers these questions: "
            f"{', '.join(map(str, others))}."
        )
    Recognition.objects.update_or_create(
        narrative=narrative,
        fingerprint=narrative.fingerprint,
        defaults={"public": public, "known": known, "staff": staff, "by": by},
    )
    move(narrative, State.DEIDENTIFIED, by=by)
    return fresh(narrative)


def others_who_answer(narrative: Narrative, user: User) -> list[User]:
    """The other editors, where this one did the marking; else none is needed."""
    if not _did_the_marking(narrative, user):
        return []
    rows = editors_of(narrative).exclude(user=user)
    rows = rows.select_related("user").order_by("user__name")
    return [row.user for row in rows[:10]]


def _did_the_marking(narrative: Narrative, user: User) -> bool:
    """Whether this editor replaced words of it, or decided on its marks."""
    return (
        narrative.mark_decisions.filter(by=user).exists()
        or narrative.replacements.filter(by=user).exists()
    )


def _refuse_what_is_left(narrative: Narrative) -> None:
    marks = all_marks(narrative)
    if hard := [mark for mark in marks if mark.is_hard]:
        raise Refused(
            f"There is still {hard[0].words} in it: “{hard[0].text}”. Replace it first."
        )
    if left := undecided(narrative, marks):
        raise Refused(f"Decide on “{left[0].text}” first. {len(left)} left to decide.")
