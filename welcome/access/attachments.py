"""Opening a file of a person, and writing down that it was opened: one act."""

from uuid import UUID

from django.http import Http404
from django.shortcuts import get_object_or_404

from ..audit.looks import record_look
from ..models import Attachment, Letter, Look, Person, User
from ..models.attachments import AttachmentQuerySet


def open_attachment(user: User, pk: UUID) -> Attachment:
    """A file that this user may see, and the look at its person. Else Http404."""
    rows = Attachment.objects.visible_to(user)
    rows = rows.select_related("person__team", "person__site", "added_by")
    attachment = get_object_or_404(rows, pk=pk)
    record_look(attachment.person, by=user, why=Look.Why.TEAM, about=attachment)
    return attachment


def open_to_remove(user: User, pk: UUID) -> Attachment:
    """The same, for whoever may remove it and where there is something to remove."""
    attachment = open_attachment(user, pk)
    if not attachment.may_be_removed_by(user) or attachment.removed_at:
        raise Http404
    return attachment


def open_letter(user: User, pk: UUID) -> Letter:
    """A draft of this user's team. What was made of one is a file: see above."""
    rows = Letter.objects.visible_to(user).drafts()
    rows = rows.select_related("person__team", "person__site", "written_by")
    letter = get_object_or_404(rows, pk=pk)
    record_look(letter.person, by=user, why=Look.Why.TEAM, about=letter)
    return letter


def shareable(user: User, person: Person) -> AttachmentQuerySet:
    """Files of this person that this user may offer for sharing, the newest first."""
    rows = Attachment.objects.visible_to(user).to_open().filter(person=person)
    return rows.order_by("-dated", "-pk")
