"""What happens along the way with a partner: notes, outcomes, told again or not."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from welcome.models.columns import to_user
from welcome.models.constraints import not_blank, one_of, only_one
from welcome.models.uuid_key import UuidModel


class Note(UuidModel):
    """How it goes, in a sentence or two, from the partner."""

    referral = models.ForeignKey(
        "referrals.Referral", models.PROTECT, related_name="notes"
    )
    words = models.TextField()
    by = to_user()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["at"]
        constraints = [not_blank("note_has_words", "words")]

    def __str__(self) -> str:
        return f"Note of {self.at:%d %B %Y}"


class Outcome(models.Model):
    """How it went, said at the partner's farewell."""

    class How(models.TextChoices):
        BETTER = "better", "Things are better"
        SOME = "some", "Some of it helped"
        SAME = "same", "Things are much the same"
        STOPPED = "stopped", "They chose to stop"
        LOST_TOUCH = "lost_touch", "We lost touch"
        HANDED_ON = "handed_on", "Another partner is helping now"

    referral = models.ForeignKey(
        "referrals.Referral", models.PROTECT, related_name="outcomes"
    )
    how = models.CharField(max_length=12, choices=How)
    words = models.TextField()
    by = to_user()
    at = models.DateTimeField(default=timezone.now)
    #: Given to the person to take along. It stands on their own page.
    letter = models.TextField(blank=True, default="", db_default="")
    #: The person agreed that the introducer hears that help has ended.
    may_tell_introducer = models.BooleanField(default=False, db_default=False)
    #: False where the farewell was said by mistake, and help went on.
    stands = models.BooleanField(default=True)

    class Meta:
        constraints = [
            only_one("outcome_one_that_stands", ["referral"], among=Q(stands=True))
        ]

    def __str__(self) -> str:
        return self.get_how_display()


class Retold(models.TextChoices):
    """Did you have to tell your story again?"""

    NO = "no", "No, they knew it"
    PARTLY = "partly", "Parts of it"
    YES = "yes", "Yes, all of it again"
    NOT_ASKED = "not_asked", "Not asked"


class ToldAgain(models.Model):
    """The person's answer, at acceptance, at farewell or on their own page.

    What we are judged by.
    """

    class When(models.TextChoices):
        ACCEPTED = "accepted", "When they began"
        ENDED = "ended", "At the farewell"
        OWN_PAGE = "own_page", "On their own page"

    referral = models.ForeignKey(
        "referrals.Referral", models.PROTECT, related_name="told_again"
    )
    when = models.CharField(max_length=10, choices=When)
    answer = models.CharField(max_length=10, choices=Retold)
    by = to_user()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "told again"
        constraints = [
            only_one("told_again_asked_once_each_time", ["referral", "when"]),
            one_of(
                "told_again_answer_is_known",
                "answer",
                ["no", "partly", "yes", "not_asked"],
            ),
        ]

    def __str__(self) -> str:
        return self.get_answer_display()
