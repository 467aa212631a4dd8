"""Which files an agreement names. A partner reads no other."""

from django.db import models

from welcome.models import Attachment
from welcome.models.constraints import only_one


class SharedAttachment(models.Model):
    """One file that one agreement names. The database refuses another person's."""

    agreement = models.ForeignKey(
        "referrals.Agreement", models.PROTECT, related_name="shared_attachments"
    )
    attachment = models.ForeignKey(Attachment, models.PROTECT, related_name="shared")

    class Meta:
        constraints = [
            only_one("shared_attachment_once", ["agreement", "attachment"]),
        ]

    def __str__(self) -> str:
        return f"{self.attachment_id} in {self.agreement_id}"
