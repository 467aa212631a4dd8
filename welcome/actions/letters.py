"""Letters to a person and to their GP: a draft, and the PDF that it becomes."""

import hashlib
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from .. import once as once_only
from ..attachments import storing
from ..audit import trail
from ..audit.payloads import LetterWritten
from ..locking import locked
from ..models import Attachment, Letter, LetterTemplate, Person, Site, User
from ..refusals import Refused
from ..values.letter_words import READY_MADE
from .attachments import happened_to_file

#: What the history says of a letter, by whom it is to.
_CODES = {"gp": "letter_to.gp", "person": "letter_to.person"}


@transaction.atomic
def give_templates(site: Site) -> list[LetterTemplate]:
    """The two letters that every site begins with; administrators change them."""
    return LetterTemplate.objects.bulk_create(
        LetterTemplate(site=site, to=made.to, name=made.name, words=made.words)
        for made in READY_MADE
    )


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
        return letter
    letter = _still_a_draft(draft)
    for name, value in said.items():
        setattr(letter, name, value)
    letter.written_by, letter.written_at = by, timezone.now()
    letter.save(update_fields=[*said, "written_by", "written_at"])
    return letter


@transaction.atomic
def discard_letter(letter: Letter, *, by: User) -> None:
    """A draft that nobody needs. What was made of one stays."""
    draft = _still_a_draft(letter)
    person = draft.person
    trail.record(
        "letter_draft.discarded", about=draft, by=by, person=person, team=person.team
    )
    draft.delete()


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
    if not fresh.is_draft:
        return fresh
    if fresh.written_at != letter.written_at:
        raise Refused("This letter has changed since you opened it. Read it again.")
    now = timezone.now()
    fresh.attachment = Attachment.objects.create(
        person=fresh.person,
        kind=Attachment.Kind.LETTER_SENT,
        title=str(fresh),
        dated=timezone.localdate(now),
        person_may_see=fresh.to == "person",
        added_by=by,
        type=Attachment.Type.PDF,
        size=len(paper),
        sha256=hashlib.sha256(paper).hexdigest(),
        storage_key=kept.storage_key,
        sealed_key=kept.sealed_key,
        scan=Attachment.Scan.MADE_HERE,
    )
    fresh.made_at, fresh.words = now, ""
    fresh.save(update_fields=["attachment", "made_at", "words"])
    happened_to_file(fresh.attachment, by=by)
    _written(fresh, by=by)
    return fresh


def _written(letter: Letter, *, by: User) -> None:
    """That a letter was written, and to whom: in the history, and for the measures."""
    trail.record(
        _CODES[letter.to],
        about=letter,
        by=by,
        person=letter.person,
        team=letter.person.team,
        detail=LetterWritten(agreed=letter.agreed),
    )


def _still_a_draft(letter: Letter) -> Letter:
    fresh = locked(Letter.objects.select_related("person__team"), letter.pk)
    if not fresh.is_draft:
        raise Refused("The PDF of this letter is made already. Write another letter.")
    return fresh
