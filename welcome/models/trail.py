"""What happened, who looked, and what was promised to be said. Only ever added to."""

from typing import TypeVar

from django.db import models
from django.db.models import Q
from django.db.models.expressions import Combinable
from django.utils import timezone

from ..registries.event_sentences import sentence, sentence_to_you
from .columns import to_user
from .constraints import check, empty, index, one_of, only_one
from .people import Person
from .places import Organisation, Site, Team
from .uuid_key import UuidModel

_Model = TypeVar("_Model", bound=models.Model)


def _loosely(
    to: type[_Model], related_name: str = "+"
) -> "models.ForeignKey[_Model | Combinable | None, _Model | None]":
    """Points at a row without holding it up: the trail outlives what it is about."""
    return models.ForeignKey(
        to,
        models.DO_NOTHING,
        db_constraint=False,
        db_index=False,
        related_name=related_name,
        null=True,
    )


class Event(models.Model):
    """Something happened. One row is timeline, audit and the measures' source.

    `detail` holds codes, numbers and references only, never a name or a story.
    """

    what = models.CharField(max_length=40, help_text="noun.became: referral.sent")
    at = models.DateTimeField(default=timezone.now)
    by = to_user(db_index=False)
    about = models.CharField(max_length=90, help_text="app.Model:id")
    person = _loosely(Person, "events")
    site = _loosely(Site)
    team = _loosely(Team)
    partner = _loosely(Organisation)
    detail = models.JSONField(default=dict)

    class Meta:
        indexes = [
            index("event_timeline", ["person", "-at", "-id"]),
            index("event_measures", ["site", "what", "at"]),
            index("event_of_a_thing", ["about", "at"]),
        ]

    def __str__(self) -> str:
        return self.what

    @property
    def words(self) -> str:
        """What happened, in a plain sentence. Needs `team` and `partner` with it."""
        return sentence(self.what, self.partner or self.team or "someone")

    @property
    def words_to_the_person(self) -> str:
        """The same, as their own page says it to them."""
        return sentence_to_you(self.what, self.partner or self.team or "someone")


class Look(models.Model):
    """Someone opened a record, and why they could."""

    class Why(models.TextChoices):
        TEAM = "team", "in their welcome team"
        REFERRAL = "referral", "asked to help"
        TWIN = "twin", "checked for a possible duplicate"
        HANDOVER = "handover", "asked to hold them"
        SELF = "self", "the person’s own page"
        EMERGENCY = "emergency", "in an emergency"
        SAFEGUARDING = "safeguard", "a safeguarding concern"

    person = _loosely(Person, "looks")
    at = models.DateTimeField(default=timezone.now)
    by = to_user(db_index=False)
    why = models.CharField(max_length=10, choices=Why)
    about = models.CharField(max_length=90, blank=True)
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [index("look_at_a_person", ["person", "-at", "-id"])]
        constraints = [
            check("look_in_an_emergency_says_why", ~Q(why="emergency") | ~Q(reason=""))
        ]

    def __str__(self) -> str:
        return f"{self.by} looked, {self.get_why_display()}"


class MessageQuerySet(models.QuerySet["Message"]):
    def due(self) -> "MessageQuerySet":
        now = timezone.now()
        return self.filter(sent_at=None, due_at__lte=now).order_by("due_at", "pk")


class Message(UuidModel):
    """An e-mail or a text in the outbox: a reference and a link, or fixed words."""

    class Channel(models.TextChoices):
        EMAIL = "email", "E-mail"
        TEXT = "text", "Text"

    event = models.ForeignKey(Event, models.PROTECT, related_name="messages")
    channel = models.CharField(
        max_length=5, choices=Channel, default=Channel.EMAIL, db_default=Channel.EMAIL
    )
    #: An e-mail address, or a number as +447700900123.
    to = models.CharField(max_length=254)
    template = models.CharField(max_length=40)
    reference = models.CharField(max_length=20, blank=True)
    path = models.CharField(max_length=200, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    attempts = models.PositiveIntegerField(default=0)
    #: When it left, or when we gave it up: then it has `failed_at` as well.
    sent_at = models.DateTimeField(null=True)
    #: What a provider's receipt says of a text.
    delivered_at = models.DateTimeField(null=True)
    failed_at = models.DateTimeField(null=True)

    objects = MessageQuerySet.as_manager()

    class Meta:
        indexes = [
            index("message_due", ["due_at", "id"], among=Q(sent_at=None)),
            index(
                "message_that_failed",
                ["failed_at", "id"],
                among=Q(failed_at__isnull=False),
            ),
        ]
        constraints = [
            only_one(
                "message_once_for_each_event_and_reader", ["event", "to", "template"]
            ),
            one_of("message_channel_is_known", "channel", ["email", "text"]),
            check(
                "message_text_goes_to_a_number",
                Q(channel="email") | Q(to__regex=r"^\+[1-9][0-9]{6,14}$"),
            ),
            check(
                "message_arrived_or_failed_once_it_has_left",
                empty("delivered_at", "failed_at")
                | Q(sent_at__isnull=False, delivered_at=None)
                | Q(sent_at__isnull=False, failed_at=None),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.reference}"
