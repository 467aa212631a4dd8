"""The row of a DIALOG, and what is counted of it later. Saves nothing."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from ..audit.event_rows import unsaved_event
from ..audit.payloads import DialogCounted, DialogFilled
from ..models import Dialog, Event, Person, User
from ..models.dialogs import HELP, ITEMS, LIFE
from ..values import reliable_change


def unsaved_dialog(
    person: Person,
    answers: Mapping[str, int | None],
    *,
    pk: UUID,
    by: User,
    at: datetime,
    place: str = "",
    replaces: Dialog | None = None,
) -> Dialog:
    """The row of eleven answers, by item."""
    return Dialog(
        id=pk,
        person=person,
        place=place.strip(),
        filled_at=at,
        by=by,
        replaces=replaces,
        **answers,
    )


def filled(dialog: Dialog, dialogs: list[Dialog], *, at: datetime) -> Event:
    """That it was filled in. `dialogs` are all that count, to the latest."""
    person = dialog.person
    corrects = dialog.replaces_id is not None
    return unsaved_event(
        "dialog.filled",
        at=at,
        about=dialog,
        by=dialog.by,
        person=person,
        team=person.team,
        detail=DialogFilled(corrects=corrects, **_codes(dialogs, dialog)),
    )


def _codes(dialogs: list[Dialog], dialog: Dialog) -> DialogCounted:
    """What is counted later: both means of this one, and which items have moved.

    `dialogs` are all that count, from the first to the latest.
    """
    kinds = {
        item: pair.kind
        for item in ITEMS
        if (pair := _pair([getattr(one, item) for one in dialogs]))
    }
    return {
        "quality": reliable_change.mean([getattr(dialog, item) for item in LIFE]),
        "help": reliable_change.mean([getattr(dialog, item) for item in HELP]),
        "again": any(kind != reliable_change.Kind.UNKNOWN for kind in kinds.values()),
        "better": [
            i for i, kind in kinds.items() if kind == reliable_change.Kind.BETTER
        ],
        "worse": [i for i, kind in kinds.items() if kind == reliable_change.Kind.WORSE],
    }


def _pair(numbers: list[int | None]) -> reliable_change.Change | None:
    return reliable_change.between(numbers, reliable_change.DIALOG_ITEM)
