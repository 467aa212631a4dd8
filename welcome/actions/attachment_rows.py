"""The rows of a file and of what happened to it. Saves nothing."""

import hashlib
from datetime import date, datetime

from ..attachments.storing import Kept
from ..audit.event_rows import unsaved_event
from ..audit.record_payloads import AttachmentAdded
from ..models import Attachment, Event, Person, User


def unsaved_attachment(
    person: Person, kept: Kept, content: bytes, *, by: User, at: datetime, kind: str,
    title: str, dated: date, type: str, scan: str, person_may_see: bool = False,
) -> Attachment:  # fmt: skip
    """The row of content that is stored already."""
    return Attachment(
        person=person,
        kind=kind,
        title=title,
        dated=dated,
        type=type,
        scan=scan,
        person_may_see=person_may_see,
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        storage_key=kept.storage_key,
        sealed_key=kept.sealed_key,
        added_by=by,
        added_at=at,
    )


def added(attachment: Attachment, *, by: User, at: datetime) -> Event:
    """That there is a new one."""
    codes = AttachmentAdded(kind=attachment.kind, type=attachment.type)
    person = attachment.person
    return unsaved_event(
        "attachment.added",
        at=at,
        about=attachment,
        by=by,
        person=person,
        team=person.team,
        detail=codes,
    )
