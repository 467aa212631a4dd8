"""How someone comes to us: they ask, or someone introduces them."""

import uuid

from django.db import models
from django.db.models import Q, Value
from django.utils import timezone

from ..values.ways_to_reach import about_phone
from .columns import to_user
from .constraints import check, empty, filled, index, one_of
from .own_record import NeverOnesOwn
from .people import Person
from .places import Site, Team
from .users import User
from .uuid_key import UuidModel


class Source(models.TextChoices):
    """Who introduced the person: see docs/domain.md for the national groups."""

    SELF = "self", "They asked for themselves"
    FAMILY = "family", "Family or a friend"
    GP = "gp", "GP practice"
    HOUSING = "housing", "Housing"
    MENTAL_HEALTH = "mental_health", "Another mental health service"
    COUNCIL = "council", "Council or social work"
    VOLUNTARY = "voluntary", "A charity or community group"
    HOSPITAL = "hospital", "Hospital"
    POLICE = "police", "Police"
    OTHER = "other", "Someone else"


#: What people write at the front door, besides what they want us to know.
_SAID = {
    "known_as": "Name",
    "phone": "Phone",
    "email": "E-mail",
    "reach_words": "To keep it safe",
    "postcode": "Postcode",
    "introducer_name": "Introduced by",
    "introducer_contact": "How to reach them",
}


class IntroductionQuerySet(NeverOnesOwn, models.QuerySet["Introduction"]):
    def visible_to(self, user: User) -> "IntroductionQuerySet":
        mine = self.filter(team_id__in=user.team_ids)
        return mine.without_own(user)

    def waiting(self) -> "IntroductionQuerySet":
        """No one has begun to listen to them yet. Longest wait first."""
        waiting = self.filter(answered_at=None, closed_at=None)
        return waiting.order_by("made_at", "pk")


class Introduction(UuidModel):
    """Someone asked for a conversation, for themselves or for someone else."""

    site = models.ForeignKey(Site, models.PROTECT, related_name="+")
    team = models.ForeignKey(Team, models.PROTECT, related_name="introductions")
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        related_name="introductions",
        null=True,
        help_text="Set once someone here has recognised or met them",
    )
    source = models.CharField(max_length=15, choices=Source)
    known_as = models.CharField(max_length=80)
    phone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    may_call = models.BooleanField(default=False)
    may_text = models.BooleanField(default=False)
    may_leave_message = models.BooleanField(default=False)
    reach_words = models.CharField(max_length=300, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    words = models.TextField(blank=True)
    #: Only where someone else introduces them.
    introducer_name = models.CharField(max_length=120, blank=True)
    introducer_contact = models.CharField(max_length=120, blank=True)
    person_knows = models.BooleanField(default=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = to_user()
    #: The conversation in which these words were offered for the story.
    heard_in = models.ForeignKey(
        "welcome.Conversation", models.PROTECT, related_name="+", null=True
    )
    #: The discarded draft that had answered this. Undone, it answers it again.
    let_go_by = models.ForeignKey(
        "welcome.Conversation", models.SET_NULL, related_name="let_go", null=True
    )
    #: What stood there before the same form was sent again with other words, the
    #: first one first: each holds the columns that changed.
    said_before = models.JSONField(
        default=list, db_default=Value([], models.JSONField()), editable=False
    )
    #: The public form's own key: a double click makes one introduction.
    once = models.UUIDField(unique=True, default=uuid.uuid4, editable=False)
    answered_at = models.DateTimeField(null=True)
    answered_by = to_user(null=True)
    closed_at = models.DateTimeField(null=True)
    closed_by = to_user(null=True)
    closed_why = models.CharField(max_length=300, blank=True)

    #: Where two records become one: see `welcome.linking.moving`.
    team_follows_the_person = True

    objects = IntroductionQuerySet.as_manager()

    class Meta:
        indexes = [
            index(
                "introduction_waiting",
                ["team", "made_at", "id"],
                among=Q(answered_at=None, closed_at=None),
            ),
            index(
                "introduction_waiting_by_name",
                ["team", "known_as", "id"],
                among=Q(answered_at=None, closed_at=None),
            ),
        ]
        constraints = [
            one_of("introduction_source_is_known", "source", Source.values),
            check(
                "introduction_answered_has_who_and_whom",
                empty("answered_at", "answered_by")
                | filled("answered_at", "answered_by", "person"),
            ),
            check(
                "introduction_can_be_reached",
                ~Q(phone="") | ~Q(email="") | ~Q(introducer_contact=""),
            ),
            check(
                "introduction_closed_has_who_and_why",
                empty("closed_at", "closed_by", closed_why="")
                | (filled("closed_at", "closed_by") & ~Q(closed_why="")),
            ),
        ]

    def __str__(self) -> str:
        return self.known_as

    @property
    def ways_to_reach(self) -> list[str]:
        """How they said that we can reach them, in sentences."""
        ways = [
            about_phone(self.phone, may_call=self.may_call, may_text=self.may_text),
            f"E-mail {self.email}." if self.email else "",
            "" if self.may_leave_message or not self.phone else "No voice messages.",
            f"“{self.reach_words}”" if self.reach_words else "",
        ]
        return [way for way in ways if way]

    @property
    def is_waiting(self) -> bool:
        """No one has begun to listen to them yet."""
        return not (self.answered_at or self.closed_at)

    @property
    def first_words(self) -> list[str]:
        """What was written before the words that hold now."""
        return [said["words"] for said in self.said_before if said.get("words")]

    @property
    def first_facts(self) -> list[str]:
        """What else was written first: “Phone: 07700 900001”."""
        return [
            f"{label}: {said[key]}"
            for said in self.said_before
            for key, label in _SAID.items()
            if said.get(key)
        ]
