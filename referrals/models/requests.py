"""What a person asks for. One request may go to several partners."""

import uuid
from hashlib import sha256

from django.db import models
from django.db.models import Value
from django.utils import timezone

from welcome.models import Need, Person, User
from welcome.models.columns import to_user
from welcome.models.constraints import one_of
from welcome.models.discarding import Discardable, DiscardedRows, by_day_discarded
from welcome.models.uuid_key import UuidModel


class Urgency(models.TextChoices):
    """How soon an answer is due, in working days: see `answer_deadlines.DAYS`."""

    SOON = "soon", "Within two working days"
    USUAL = "usual", "Within five working days"


class Wants(models.TextChoices):
    """What is meant where several are asked at once."""

    ALL = "all", "All of these"
    FIRST = "first", "Whichever says yes first"


class RequestQuerySet(DiscardedRows, models.QuerySet["Request"]):
    def visible_to(self, user: User) -> "RequestQuerySet":
        """What is asked for people whom this user's teams have."""
        return self.filter(person__in=Person.objects.visible_to(user))


class Request(Discardable, UuidModel):
    """What the person asks for. One request may go to several partners."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="requests")
    words = models.TextField(help_text="What the person would like, in their own words")
    need = models.CharField(max_length=15, choices=Need, blank=True)
    urgency = models.CharField(max_length=8, choices=Urgency, default=Urgency.USUAL)
    made_by = to_user()
    made_at = models.DateTimeField(default=timezone.now)
    #: All of those asked shall help, or the first who says yes.
    wants = models.CharField(max_length=5, choices=Wants, default=Wants.ALL)
    #: Why someone is asked although something stood against it: see `standing`.
    despite = models.TextField(blank=True)
    #: Their words before the same form was sent again with others, the first one first.
    said_before = models.JSONField(
        default=list, db_default=Value([], models.JSONField()), editable=False
    )
    #: The form's own key: sent twice by a double click, made once.
    once = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)

    objects = RequestQuerySet.as_manager()

    class Meta:
        indexes = [by_day_discarded("request_discarded_by_day")]
        constraints = [one_of("request_wants_is_known", "wants", ["all", "first"])]

    def __str__(self) -> str:
        return f"Request {self.pk}"

    @property
    def seen(self) -> str:
        """How it is now, for a form to send back: what is asked, and of whom.

        One query. Of a draft that was put aside and made again, the key is another.
        """
        asked = [self.words, self.need, self.urgency, self.wants, self.despite]
        drafts = self.referrals.filter(state="draft").order_by("pk")
        keys = [str(pk) for pk in drafts.values_list("pk", flat=True)]
        return sha256("\0".join(asked + keys).encode()).hexdigest()[:32]

    @property
    def is_sent(self) -> bool:
        """Whether any of it has left."""
        return self.referrals.exclude(sent_at=None).exists()
