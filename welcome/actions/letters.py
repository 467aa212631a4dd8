"""Letters to a person and to their GP: a draft, and the PDF that it becomes."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from .. import once as once_only
from ..attachments import storing
from ..audit import trail
from ..locking import locked
from ..models import Attachment, Letter, LetterTemplate, Person, Site, User
from ..refusals import Refused
from .attachment_rows import added, unsaved_attachment
from .discarding import restore_letter
from .letter_rows import became, unsaved_templates


@transaction.atomic
def give_templates(site: Site) -> list[LetterTemplate]:
    """The two letters that every site begins with; administrators change them."""
    return LetterTemplate.objects.bulk_create(unsaved_templates(site))


@transaction.atomic
def save_letter(
    person: Person, *, by: User, to: str, addressee: str, words: str,
    address: str = "", agreed: str = "", why_not_agreed: str = "",
    once: UUID | None = None, draft: Letter | None = None,
) -> Letter:  # fmt: skip
    """A new draft under the form's own key `once`; or `draft` in other words."""
    said = {
        "addressee": addressee, "address": address, "words": words,
        "agreed": agreed, "why_not_agreed": why_not_agreed,
    }  # fmt: skip
    if draft is None:
        assert once is not None
        whose = {"person": person, "to": to}
        letter, _ = once_only.keep(Letter, once, said | whose, written_by=by)
        return restore_letter(letter, by=by)  # the same form, sent after discarding it
    letter = _still_a_draft(draft)
    for name, value in said.items():
        setattr(letter, name, value)
    letter.written_by, letter.written_at = by, timezone.now()
    letter.save(update_fields=[*said, "written_by", "written_at"])
    return letter


def make_letter(letter: Letter, *, by: User, paper: bytes) -> Letter:
    """The PDF of a draft becomes one of the person's files. Pressed twice, it is one.

    `paper` was made from the draft as it was read: where it has changed since, Refused.
    """
    with storing.kept(paper) as kept:
        made = _made(letter, kept, paper, by=by)
        file = made.attachment
        kept.is_used = bool(file and file.storage_key == kept.storage_key)
    return made


@transaction.atomic
def _made(letter: Letter, kept: storing.Kept, paper: bytes, *, by: User) -> Letter:
    rows = Letter.objects.select_related("person__team", "attachment")
    fresh = locked(rows, letter.pk)
    if fresh.attachment_id:
        return fresh
    if fresh.discarded_at:
        raise Refused("This draft was discarded. Nothing was made of it.")
    if fresh.written_at != letter.written_at:
        raise Refused("This letter has changed since you opened it. Read it again.")
    now = timezone.now()
    file = unsaved_attachment(
        fresh.person, kept, paper, by=by, at=now, kind=Attachment.Kind.LETTER_SENT,
        title=str(fresh), dated=timezone.localdate(now), type=Attachment.Type.PDF,
        scan=Attachment.Scan.MADE_HERE, person_may_see=fresh.to == "person",
    )  # fmt: skip
    file.save(force_insert=True)
    written = became(fresh, file, by=by, at=now)
    fresh.save(update_fields=["attachment", "made_at", "words"])
    trail.write(added(file, by=by, at=now))
    trail.write(written)
    return fresh


def _still_a_draft(letter: Letter) -> Letter:
    fresh = locked(Letter.objects.select_related("person__team"), letter.pk)
    if fresh.discarded_at:
        raise Refused(
            "This draft was discarded. Undo that under “Discarded drafts” on Today, "
            "then save again."
        )
    if not fresh.is_draft:
        raise Refused("The PDF of this letter is made already. Write another letter.")
    return fresh
