"""What a person agreed to share with one partner, and what was asked instead."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.formats import date_format

from welcome.models import Attachment, MapVersion, Passage, Person
from welcome.models.attachments import AttachmentQuerySet
from welcome.models.columns import to_user
from welcome.models.constraints import (
    all_or_none,
    check,
    empty,
    filled,
    index,
    not_blank,
    one_of,
)
from welcome.models.uuid_key import UuidModel


class AfterHelp(models.TextChoices):
    """What the person said about reading once this help has ended."""

    ENDS = "ends", "No, it stops when their help ends"
    UNTIL = "until", "Yes, until the last day above"


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def live(self) -> "AgreementQuerySet":
        """Those by which a partner can read now: see `Referral.is_shared`."""
        helping = Q(referral__state__in=["sent", "accepted", "helping", "paused"])
        return self.not_over().filter(helping | Q(after_help=AfterHelp.UNTIL))

    def to_review(self) -> "AgreementQuerySet":
        """Given before anyone was asked whether reading ends with the help."""
        return self.not_over().filter(after_help="", referral__isnull=False)

    def not_over(self) -> "AgreementQuerySet":
        """Neither taken back nor past their last day."""
        return self.filter(withdrawn_at=None, until_on__gte=timezone.localdate())


class Agreement(UuidModel):
    """Which passages, with whom, until when, asked by whom, in the person's words."""

    class How(models.TextChoices):
        FACE_TO_FACE = "face_to_face", "Face to face"
        PHONE = "phone", "On the phone"
        WRITING = "writing", "In writing"

    person = models.ForeignKey(Person, models.PROTECT, related_name="agreements")
    passages = models.ManyToManyField(Passage, related_name="agreements")
    attachments = models.ManyToManyField(
        Attachment, through="referrals.SharedAttachment", related_name="agreements"
    )
    #: The map as it was when they agreed. Like a passage that is corrected since, a
    #: newer one is theirs alone until they say yes to it too.
    map = models.ForeignKey(
        MapVersion, models.PROTECT, related_name="agreements", null=True
    )
    shares_map = models.BooleanField(default=False, db_default=False)
    shares_hopes = models.BooleanField(default=False, db_default=False)
    #: Whether this partner may know which other partners help.
    shares_helpers = models.BooleanField(default=False, db_default=False)
    words = models.TextField(help_text="What the person said when asked")
    how = models.CharField(max_length=15, choices=How)
    asked_by = to_user()
    asked_at = models.DateTimeField(default=timezone.now)
    until_on = models.DateField()
    #: Empty in agreements from before this was asked: then it ends with the help.
    after_help = models.CharField(
        max_length=5, choices=AfterHelp, blank=True, default="", db_default=""
    )
    #: “If they cannot, take the same parts to someone else who fits.”
    may_go_on = models.BooleanField(default=False)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_by = to_user(null=True, editable=False)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        indexes = [
            index(
                "agreement_to_review",
                ["until_on", "id"],
                among=Q(after_help="", withdrawn_at=None),
            )
        ]
        constraints = [
            one_of(
                "agreement_after_help_is_known", "after_help", ["", "ends", "until"]
            ),
            check(
                "agreement_shares_the_map_that_was_seen",
                Q(shares_map=False, map=None) | Q(shares_map=True, map__isnull=False),
            ),
            not_blank("agreement_is_in_words", "words"),
            one_of(
                "agreement_how_is_known", "how", ["face_to_face", "phone", "writing"]
            ),
            check(
                "agreement_ends_after_it_was_given",
                Q(until_on__gte=F("asked_at__date")),
            ),
            all_or_none(
                "agreement_withdrawn_has_who_and_when", "withdrawn_at", "withdrawn_by"
            ),
        ]

    def __str__(self) -> str:
        return f"Agreement until {self.until_on}"

    def the_same_again(self) -> "Agreement":
        """A row not yet saved that says the same, still to be given its passages."""
        keep = {
            field.attname: getattr(self, field.attname)
            for field in self._meta.concrete_fields
            if field.name not in ("id", "withdrawn_at", "withdrawn_by")
        }
        return Agreement(**keep)

    @property
    def files(self) -> AttachmentQuerySet:
        """The files that it names, removed ones as well, the newest first.

        Never another person's: after an undone link a file may belong to the other.
        """
        named = Attachment.objects.filter(agreements=self)
        theirs = named.filter(person=self.person_id)
        return theirs.order_by("-dated", "-pk")

    @property
    def reads_on(self) -> bool:
        """Whether the person said that it may be read after the help has ended."""
        return self.after_help == AfterHelp.UNTIL

    @property
    def how_long(self) -> str:
        """How long a partner can read, for the middle of a sentence."""
        last = date_format(self.until_on, "j F Y")
        if self.reads_on:
            return f"until {last}, even after their help has ended"
        return f"until their help ends, or {last} if that comes first"

    @property
    def is_live(self) -> bool:
        """Neither taken back nor over. Whether it can be read: `Referral.is_shared`."""
        return self.withdrawn_at is None and timezone.localdate() <= self.until_on


class Question(UuidModel):
    """Asked once by a partner. With the person's yes, the answer joins their story."""

    referral = models.ForeignKey(
        "referrals.Referral", models.PROTECT, related_name="questions"
    )
    words = models.TextField()
    asked_by = to_user()
    asked_at = models.DateTimeField(default=timezone.now)
    answer = models.TextField(blank=True)
    answered_by = to_user(null=True)
    answered_at = models.DateTimeField(null=True)
    passage = models.OneToOneField(
        Passage, models.PROTECT, related_name="answers", null=True
    )

    class Meta:
        ordering = ["asked_at"]
        constraints = [
            not_blank("question_has_words", "words"),
            check(
                "question_answer_has_who_and_when",
                empty("answered_by", "answered_at", answer="")
                | (filled("answered_by", "answered_at") & ~Q(answer="")),
            ),
        ]

    def __str__(self) -> str:
        return f"Question of {self.asked_at:%d %B %Y}"
