"""DIALOG is filled in, filled in again, put right; the total of another is typed."""

from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ..audit import trail
from ..audit.payloads import TotalTyped
from ..models import Dialog, Person, TypedTotal, User
from ..once import find
from ..refusals import Refused
from .dialog_rows import filled, unsaved_dialog


@transaction.atomic
def fill_in(
    person: Person,
    *,
    by: User,
    once: UUID,
    answers: dict[str, int | None],
    place: str = "",
    filled_at: datetime | None = None,
    replaces: Dialog | None = None,
) -> Dialog:
    """Eleven answers, some left out. `replaces` is one that was typed wrongly."""
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    filled_at = filled_at or timezone.now()
    said = {"person": person, "place": place.strip(), **answers}
    more = {"replaces": replaces, "day": timezone.localdate(filled_at)}
    before, key = find(Dialog, once, {**said, **more})
    if before:  # the button was pressed twice
        return before
    wrong = _as_it_stands(replaces, once, by) if replaces else None
    dialog = unsaved_dialog(
        person,
        answers,
        pk=key,
        by=by,
        at=filled_at,
        place=place,
        replaces=wrong,
    )
    dialog.save(force_insert=True)
    counting = list(person.dialogs.current().in_order())
    trail.write(filled(dialog, counting, at=timezone.now()))
    return dialog


@transaction.atomic
def type_total(
    person: Person,
    *,
    by: User,
    once: UUID,
    scale: str,
    total: Decimal,
    filled_at: datetime | None = None,
    is_slip: bool = False,
) -> TypedTotal:
    """The total of a questionnaire filled in elsewhere.

    With `is_slip` the last one of this questionnaire that was typed counts no more.
    """
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    filled_at = filled_at or timezone.now()
    said = {"person": person, "scale": scale, "total": total}
    before, key = find(TypedTotal, once, {**said, "day": timezone.localdate(filled_at)})
    if before:  # the button was pressed twice
        return before
    same = person.typed_totals.current().filter(scale=scale)
    typed = TypedTotal.objects.create(
        pk=key,
        **said,
        by=by,
        filled_at=filled_at,
        replaces=same.last() if is_slip else None,
    )
    trail.record(
        "total.typed",
        about=typed,
        by=by,
        person=person,
        team=person.team,
        detail=TotalTyped(scale=scale),
    )
    return typed


def _as_it_stands(wrong: Dialog, once: UUID, by: User) -> Dialog:
    """What is put right: where this very form did it before, what it put there.

    Refused where someone else was quicker.
    """
    newer = Dialog.objects.filter(replaces=wrong).first()
    if newer and newer.pk != once:
        raise Refused("Someone has just corrected this one. Check it first.")
    while newer:
        if newer.by_id != by.pk:
            raise Refused(f"{newer.by} has just corrected this one. Check it first.")
        wrong, newer = newer, Dialog.objects.filter(replaces=newer).first()
    return wrong
