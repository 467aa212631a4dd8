"""Files of a person: added, opened, taken along, removed.

The content is stored before the transaction, and deleted after it: a bucket is a
network away. What is stored and has no row is under a key that no one has.
"""

import hashlib
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Sum
from django.utils import timezone

from .. import once as once_only
from ..attachments import storing
from ..audit import trail
from ..audit.record_payloads import FilesTaken
from ..locking import locked
from ..models import Attachment, Organisation, Person, User
from ..nudges import nudge
from ..refusals import Refused
from .attachment_rows import added

_MEGABYTE = 1_000_000


def add_attachment(
    person: Person, *, by: User, once: UUID, content: bytes, type: str,
    kind: str, title: str, dated: date, audience: str, person_may_see: bool,
    file_name: str = "",
) -> Attachment:  # fmt: skip
    """Keep a file with this person. The same form sent twice keeps it once."""
    said = {
        "person": person, "kind": kind, "title": title, "dated": dated,
        "audience": audience, "person_may_see": person_may_see,
        "sha256": hashlib.sha256(content).hexdigest(),
    }  # fmt: skip
    with storing.kept(content) as kept:
        columns = _Columns(type, len(content), file_name, kept)
        attachment = _written(person, once, said, columns, by=by)
        kept.is_used = attachment.storage_key == kept.storage_key
    return attachment


@dataclass(frozen=True)
class _Columns:
    """What no one typed: found in the file, or made as it was stored."""

    type: str
    size: int
    file_name: str
    kept: storing.Kept


@transaction.atomic
def _written(
    person: Person, once: UUID, said: once_only.Columns, columns: _Columns, *, by: User
) -> Attachment:
    locked(Person.objects.all(), person.pk)
    known, _ = once_only.find(Attachment, once, said)
    if known is None:
        _has_room(person, columns.size)
    attachment, is_new = once_only.keep(
        Attachment, once, said, type=columns.type, size=columns.size,
        file_name=columns.file_name, scan=_scan_at_first(), added_by=by,
        storage_key=columns.kept.storage_key, sealed_key=columns.kept.sealed_key,
    )  # fmt: skip
    if is_new:
        trail.write(added(attachment, by=by, at=attachment.added_at))
        nudge("welcome.tasks.scan_attachments")
    return attachment


def _has_room(person: Person, size: int) -> None:
    rows = Attachment.objects.with_content().filter(person=person)
    so_far = rows.aggregate(total=Sum("size"))["total"] or 0
    if so_far + size > settings.ATTACHMENT_TOTAL_MB * _MEGABYTE:
        raise Refused(
            f"{person.possessive} files may take up {settings.ATTACHMENT_TOTAL_MB} MB "
            "together, and this one would be too much. Remove a file that isn’t needed "
            "any more, then add this one."
        )


def _scan_at_first() -> Attachment.Scan:
    waits = bool(settings.CLAMAV_URL)
    return Attachment.Scan.WAITING if waits else Attachment.Scan.NOT_SCANNED


@transaction.atomic
def open_content(
    attachment: Attachment, *, by: User, partner: Organisation | None = None
) -> Attachment:
    """Write down that someone reads the file, before they have it."""
    fresh = Attachment.objects.select_related("person__team").get(pk=attachment.pk)
    if not fresh.can_be_opened:
        raise Refused(f"This file can’t be opened: {fresh.state_in_words.lower()}.")
    person = fresh.person
    trail.record(
        "attachment.opened",
        about=fresh,
        by=by,
        person=person,
        team=None if partner else person.team,
        partner=partner,
    )
    return fresh


@transaction.atomic
def take_files(person: Person, *, by: User, files: int) -> None:
    """The person takes one of their files, or all of them, away with them."""
    taken = FilesTaken(files=files)
    trail.record("attachment.taken", about=person, by=by, person=person, detail=taken)


@transaction.atomic
def remove_attachment(attachment: Attachment, *, by: User, why: str) -> Attachment:
    """The key goes at once, the content right after; the row says that it was here."""
    rows = Attachment.objects.select_related("person__team", "removed_by")
    attachment = locked(rows, attachment.pk)
    if not attachment.may_be_removed_by(by):
        raise Refused(
            "Only the person who added this file, or a team lead, can remove it."
        )
    if attachment.removed_at:
        return attachment
    attachment.removed_at, attachment.removed_by = timezone.now(), by
    attachment.removed_why, attachment.sealed_key = why, ""
    attachment.save(
        update_fields=["removed_at", "removed_by", "removed_why", "sealed_key"]
    )
    trail.record(
        "attachment.removed",
        about=attachment,
        by=by,
        person=attachment.person,
        team=attachment.person.team,
    )
    nudge("welcome.tasks.erase_attachments")
    return attachment
