"""The contact log: calls, texts, letters and visits, each a line that is only added."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .columns import to_user
from .constraints import check, index, one_of
from .introductions import Introduction
from .own_record import NeverOnesOwn
from .people import Person
from .users import User
from .uuid_key import UuidModel


class ContactKind(models.TextChoices):
    CALL = "call", "Call"
    TEXT = "text", "Text"
    EMAIL = "email", "E-mail"
    VISIT = "visit", "Visit"
    LETTER = "letter", "Letter"
    MESSAGE = "message", "Other message"


class Direction(models.TextChoices):
    OUT = "out", "From us"
    IN = "in", "From them"


class Outcome(models.TextChoices):
    SPOKE = "spoke", "We were in touch"
    NO_ANSWER = "no_answer", "No answer"
    VOICEMAIL = "voicemail", "Left a voicemail"
    WITH_SOMEONE = "with_someone", "Left a message with someone"
    SENT = "sent", "Sent"


class FixedText(models.TextChoices):
    """What a text can say; the code is the name of its file in templates/messages."""

    PLEASE_RING = "text_please_ring", "Please ring us when it suits you"
    TRIED_TO_RING = "text_tried_to_ring", "We tried to ring you and will try again"


#: After these we were in touch; the others are tries.
REACHED = [Outcome.SPOKE]


class ContactQuerySet(NeverOnesOwn, models.QuerySet["Contact"]):
    paths_to_person = ("person", "introduction__person")

    def visible_to(self, user: User) -> "ContactQuerySet":
        """Those with people and introductions of this user's teams."""
        people = Person.objects.visible_to(user)
        mine = Q(person__in=people) | Q(introduction__team_id__in=user.team_ids)
        return self.filter(mine).without_own(user)


class Contact(UuidModel):
    """One call, text, visit or letter: a welcome call before anyone has a record."""

    introduction = models.ForeignKey(
        Introduction, models.PROTECT, related_name="contacts", null=True
    )
    #: Of a welcome call before there is a record, the introduction says who it was.
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="contacts", null=True
    )
    at = models.DateTimeField(default=timezone.now, db_column="called_at")
    by = to_user(db_column="called_by_id")
    kind = models.CharField(
        max_length=7,
        choices=ContactKind,
        default=ContactKind.CALL,
        db_default=ContactKind.CALL,
    )
    direction = models.CharField(
        max_length=3, choices=Direction, default=Direction.OUT, db_default=Direction.OUT
    )
    #: Empty in calls from before this was asked: then `reached` says all there is.
    outcome = models.CharField(
        max_length=12, choices=Outcome, blank=True, default="", db_default=""
    )
    reached = models.BooleanField()
    minutes = models.PositiveSmallIntegerField(null=True)
    words = models.CharField(max_length=1000, blank=True)
    #: The form's own key: pressed twice is one contact.
    once = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    objects = ContactQuerySet.as_manager()

    class Meta:
        db_table = "welcome_call"
        ordering = ["at", "pk"]
        indexes = [index("contacts_of_a_person", ["person", "-at", "-id"])]
        constraints = [
            check(
                "contact_is_with_someone",
                Q(introduction__isnull=False) | Q(person__isnull=False),
            ),
            one_of("contact_kind_is_known", "kind", ContactKind.values),
            one_of("contact_direction_is_known", "direction", Direction.values),
            one_of("contact_outcome_is_known", "outcome", ["", *Outcome.values]),
            check(
                "contact_reached_follows_from_the_outcome",
                Q(outcome="")
                | Q(outcome__in=REACHED, reached=True)
                | (~Q(outcome__in=REACHED) & Q(reached=False)),
            ),
            check(
                "contact_lasts_at_most_a_day", Q(minutes=None) | Q(minutes__lte=1440)
            ),
        ]

    def __str__(self) -> str:
        if self.outcome:
            return self.get_outcome_display()
        return "Reached" if self.reached else "Not reached"

    @property
    def headline(self) -> str:
        """What it was, for a list: “Call from us, 12 minutes: no answer”."""
        kind = f"{self.get_kind_display()} {self.get_direction_display().lower()}"
        length = f", {self.minutes} minutes" if self.minutes else ""
        return f"{kind}{length}: {str(self)[0].lower()}{str(self)[1:]}"
