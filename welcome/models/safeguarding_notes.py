"""What was added to a safeguarding concern after it was raised. Only ever added to."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .columns import to_user
from .constraints import check, index, not_blank, one_of
from .safeguarding import SafeguardingConcern
from .uuid_key import UuidModel


class SafeguardingNote(UuidModel):
    """An update, or why it was closed, reopened, shown or hidden. Never edited."""

    class Kind(models.TextChoices):
        UPDATE = "update", "Update"
        CLOSED = "closed", "Closed"
        REOPENED = "reopened", "Reopened"
        SHOWN = "shown", "Shown to the person"
        HIDDEN = "hidden", "Hidden from the person"

    concern = models.ForeignKey(
        SafeguardingConcern, models.PROTECT, related_name="notes"
    )
    kind = models.CharField(max_length=8, choices=Kind, default=Kind.UPDATE)
    words = models.TextField()
    by = to_user()
    at = models.DateTimeField(default=timezone.now)
    #: What was chosen with it, so that every earlier choice can be read.
    review_on = models.DateField(null=True)
    council_reference = models.CharField(max_length=60, blank=True)
    outcome = models.CharField(
        max_length=7, choices=SafeguardingConcern.Outcome, blank=True
    )

    class Meta:
        indexes = [index("safeguarding_notes", ["concern", "-at", "-id"])]
        constraints = [
            one_of(
                "safeguarding_note_kind_is_known",
                "kind",
                ["update", "closed", "reopened", "shown", "hidden"],
            ),
            not_blank("safeguarding_note_has_words", "words"),
            check(
                "safeguarding_note_of_closing_has_an_outcome",
                (Q(kind="closed") & ~Q(outcome=""))
                | (~Q(kind="closed") & Q(outcome="")),
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
