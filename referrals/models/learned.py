"""What a partner wrote that joined the person's story, with the person's yes."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from welcome.models import Passage
from welcome.models.columns import to_user
from welcome.models.constraints import check
from welcome.models.uuid_key import UuidModel

from .steps import Note, Outcome


class Learned(UuidModel):
    """A note, or a farewell's words, as a passage of the story: each joins it once."""

    note = models.OneToOneField(Note, models.PROTECT, related_name="learned", null=True)
    outcome = models.OneToOneField(
        Outcome, models.PROTECT, related_name="learned", null=True
    )
    passage = models.OneToOneField(Passage, models.PROTECT, related_name="learned")
    #: Who asked the person, and heard their yes.
    asked_by = to_user()
    asked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            check(
                "learned_from_a_note_or_a_farewell",
                Q(note__isnull=False, outcome=None)
                | Q(note=None, outcome__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"Learned on {self.asked_at:%d %B %Y}"
