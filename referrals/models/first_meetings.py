"""The first meeting of three: the person, their welcomer, and the partner's worker."""

import uuid

from django.db import models
from django.db.models import Exists, F, OuterRef
from django.utils import timezone

from welcome.models import Contact, Meeting, User
from welcome.models.columns import to_user
from welcome.models.uuid_key import UuidModel

from .first_meeting_constraints import CAN_MEET, CONSTRAINTS, INDEXES
from .referrals import Referral


class FirstMeetingQuerySet(models.QuerySet["FirstMeeting"]):
    def visible_to(self, user: User) -> "FirstMeetingQuerySet":
        return self.filter(referral__in=Referral.objects.visible_to(user))

    def planned(self) -> "FirstMeetingQuerySet":
        """What stands in the calendar, or may soon: at most one for each referral."""
        return self.filter(state__in=PLANNED)

    def to_reach(self) -> "FirstMeetingQuerySet":
        """Not met, and not reached or proposed again since, where it still can be."""
        tried = Contact.objects.filter(
            person=OuterRef("referral__person"), at__gt=OuterRef("settled_at")
        )
        again = FirstMeeting.objects.filter(
            referral=OuterRef("referral"), proposed_at__gt=OuterRef("settled_at")
        )
        rows = self.filter(next_step__in=["reach", "again"])
        rows = rows.filter(referral__state__in=CAN_MEET)
        return rows.filter(~Exists(tried), ~Exists(again))

    def newest_first(self) -> "FirstMeetingQuerySet":
        return self.order_by("-proposed_at", "-pk")

    def with_names(self) -> "FirstMeetingQuerySet":
        """With everyone that a page names."""
        return self.select_related("welcomer", "worker", "proposed_by", "settled_by")

    def settled_early(self) -> "FirstMeetingQuerySet":
        """Recorded as over before their time; the database refuses it by now."""
        early = self.filter(state__in=["kept", "not_kept"], settled_at__lt=F("at"))
        return early.order_by("at", "pk")


class FirstMeeting(UuidModel):
    """When and where the three meet. Settled once; moving it makes a new one."""

    class How(models.TextChoices):
        OURS = "ours", "At the Welcome Team’s place"
        PARTNER = "partner", "At the partner’s place"
        HOME = "home", "At their home"
        PHONE = "phone", "By phone"
        VIDEO = "video", "By video"
        OUTDOORS = "outdoors", "Outdoors"

    class State(models.TextChoices):
        PROPOSED = "proposed", "Proposed"
        CONFIRMED = "confirmed", "Confirmed"
        KEPT = "kept", "It took place"
        MOVED = "moved", "Moved"
        NOT_KEPT = "not_kept", "They did not come"
        CALLED_OFF = "called_off", "Cancelled"
        THEY_CANCELLED = "they_cancelled", "They cancelled"

    class From(models.TextChoices):
        """Which side proposed it. The other one says yes."""

        TEAM = "team", "The welcome team"
        PARTNER = "partner", "The partner"

    referral = models.ForeignKey(
        Referral, models.PROTECT, related_name="first_meetings"
    )
    #: By this a calendar knows it again, wherever it is moved to.
    calendar_id = models.UUIDField(default=uuid.uuid4, editable=False)
    #: Rises with every change, so that no calendar puts an old time back.
    sequence = models.PositiveSmallIntegerField(default=0)
    at = models.DateTimeField()
    how = models.CharField(max_length=10, choices=How)
    place = models.CharField(max_length=160, blank=True)
    welcomer = to_user(null=True, help_text="Who is coming from the Welcome Team")
    worker = to_user(null=True, help_text="The key contact at the partner")
    state = models.CharField(max_length=14, choices=State, default=State.PROPOSED)
    proposed_from = models.CharField(max_length=7, choices=From)
    proposed_at = models.DateTimeField(default=timezone.now)
    proposed_by = to_user()
    #: Why, where something spoke against the time: see `welcome.values.planning`.
    planned_anyway = models.CharField(
        max_length=300, blank=True, default="", db_default=""
    )
    #: Someone has asked the person, and it suits them. Nothing about me without me.
    person_agrees = models.BooleanField(default=False)
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = to_user(null=True)
    #: Why, where something spoke against who comes from the side that confirmed.
    confirmed_anyway = models.CharField(
        max_length=300, blank=True, default="", db_default=""
    )
    settled_at = models.DateTimeField(null=True)
    settled_by = to_user(null=True)
    #: Empty where it took place, and where it was cancelled because help had ended.
    next_step = models.CharField(
        max_length=7, choices=Meeting.NextStep, blank=True, default="", db_default=""
    )
    reach_on = models.DateField(null=True)
    nothing_why = models.CharField(
        max_length=300, blank=True, default="", db_default=""
    )
    reminded_at = models.DateTimeField(null=True)
    #: The person themselves; on another day, where only that one is safe for them.
    person_reminded_at = models.DateTimeField(null=True)
    #: The same by text, where that is safe.
    person_texted_at = models.DateTimeField(null=True)

    objects = FirstMeetingQuerySet.as_manager()

    class Meta:
        indexes = INDEXES
        constraints = CONSTRAINTS

    def __str__(self) -> str:
        return f"{self.get_how_display()}{f' ({self.place})' if self.place else ''}"

    @property
    def is_planned(self) -> bool:
        return self.state in PLANNED

    @property
    def is_over(self) -> bool:
        """Its time has come: from now on it took place, or it did not."""
        return self.at <= timezone.now()

    @property
    def how_it_is(self) -> str:
        """Its state in words. Earlier versions did not ask why it was not met."""
        if self.state == self.State.NOT_KEPT and not self.next_step:
            return "It did not take place"
        return self.get_state_display()


PLANNED = [FirstMeeting.State.PROPOSED, FirstMeeting.State.CONFIRMED]
CANCELLED = [FirstMeeting.State.CALLED_OFF, FirstMeeting.State.THEY_CANCELLED]
