"""What an editor decided on words that are marked and stay; and who could recognise it.

A mark that is replaced is in the log of replacements instead.
"""

from django.db import models
from django.utils import timezone

from welcome.models.columns import to_user
from welcome.models.constraints import check, not_empty, one_of, only_one

from .narratives import Narrative


class MarkDecision(models.Model):
    """One for each marked word of a narrative, wherever in it the word is."""

    class Kind(models.TextChoices):
        KEPT = "kept", "Keep it"
        NO_IDENTIFIER = "no_identifier", "It identifies no one"

    narrative = models.ForeignKey(
        Narrative, models.CASCADE, related_name="mark_decisions"
    )
    #: As `mark_key` writes them, so that Moira and moira are one.
    words = models.TextField()
    #: The kind of mark: a name, an age, a role.
    mark = models.CharField(max_length=20)
    kind = models.CharField(max_length=20, choices=Kind)
    why = models.CharField(max_length=200, blank=True)
    by = to_user()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            only_one("one_decision_for_each_marked_word", ["narrative", "words"]),
            one_of(
                "a_mark_is_kept_or_no_identifier", "kind", ["kept", "no_identifier"]
            ),
            check(
                "what_is_kept_has_a_reason",
                models.Q(kind="no_identifier") | ~models.Q(why=""),
            ),
        ]

    def __str__(self) -> str:
        return f"Decision of {self.at:%d %B %Y}"


class Recognition(models.Model):
    """Who could recognise someone in this text: three answers of one editor."""

    narrative = models.ForeignKey(
        Narrative, models.CASCADE, related_name="recognitions"
    )
    #: Of the text that was asked about. Another text asks again.
    fingerprint = models.CharField(max_length=32)
    public = models.TextField()
    known = models.TextField()
    staff = models.TextField()
    by = to_user()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            not_empty("it_says_whether_the_public_could", "public"),
            not_empty("it_says_whether_people_they_know_could", "known"),
            not_empty("it_says_whether_staff_could", "staff"),
            only_one("one_recognition_for_each_text", ["narrative", "fingerprint"]),
        ]

    def __str__(self) -> str:
        return f"Recognition of {self.at:%d %B %Y}"
