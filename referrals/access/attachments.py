"""The files that a referral shares, and a partner's opening of one."""

from uuid import UUID

from django.http import Http404

from welcome.models import Attachment, User
from welcome.models.attachments import AttachmentQuerySet

from ..models import Referral
from .opening import is_ours, open_referral


def shared_files(referral: Referral) -> AttachmentQuerySet:
    """The files that its agreement names; whether it can be read, the opener says."""
    agreement = referral.agreement
    return agreement.files if agreement else Attachment.objects.none()


def open_shared_attachment(
    user: User, pk: UUID, file: UUID
) -> tuple[Referral, Attachment]:
    """A file that a live agreement names, for the partner; the opening is a look.

    The team reads it where all its files are. Else Http404.
    """
    referral = open_referral(user, pk)
    if is_ours(user, referral) or not referral.is_shared:
        raise Http404
    named = referral.agreement.files.filter(pk=file) if referral.agreement else None
    found = named.first() if named is not None else None
    if found is None:
        raise Http404
    return referral, found
