"""Who will meet someone, when and where: before a first conversation, or again."""

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone

from .columns import to_user
from .contacts import Contact
from .introductions import Introduction
from .meeting_constraints import CONSTRAINTS, INDEXES
from .own_record import NeverOnesOwn
from .people import Person
from .places import Team
from .same_people import none_since
from .users import User
from .uuid_key import UuidModel


class MeetingQuerySet(NeverOnesOwn, models.QuerySet["Meeting"]):
    paths_to_person = ("person", "introduction__person")

    def visible_to(self, user: User) -> "MeetingQuerySet":
        mine = self.filter(team_id__in=user.team_ids)
        return mine.without_own(user)

    def planned(self) -> "MeetingQuerySet":
        return self.filter(state="planned")

    def to_reach(self) -> "MeetingQuerySet":
        """Not met, and not reached or planned again since.

        For people who are with us, or waiting for a first conversation. Whoever was to
        be met again and has no other time is still to be reached.
        """
        with_us = Q(person__is_open=True) | Q(introduction__person__is_open=True)
        # by the columns of the join: as a list of keys it would be read for each row
        waiting = Q(
            introduction__isnull=False,
            introduction__answered_at=None,
            introduction__closed_at=None,
        )
        rows = self.filter(with_us | waiting, next_step__in=["reach", "again"])
        rows = rows.filter(none_since(Contact.objects.all(), "at"))
        return rows.filter(none_since(Meeting.objects.all(), "planned_at"))

    def planned_with(self, person: Person) -> "MeetingQuerySet":
        """What is still planned with someone, the nearest first."""
        theirs = Q(person=person) | Q(introduction__person=person)
        return self.planned().filter(theirs).order_by("at", "pk")

    def ahead_with(self, person: Person) -> "MeetingQuerySet":
        """The planned meetings with someone whose time has not come."""
        ahead = self.planned_with(person).filter(at__gte=timezone.now())
        return ahead.select_related("who")

    def settled_early(self) -> "MeetingQuerySet":
        """Recorded as over before their time, as an earlier version did."""
        early = self.filter(state__in=["kept", "not_kept"], settled_at__lt=F("at"))
        return early.order_by("at", "pk")


class Meeting(UuidModel):
    """Who will meet them, when and where. Settled once; moving it makes a new one."""

    class How(models.TextChoices):
        OURS = "ours", "At our place"
        HOME = "home", "At their home"
        PHONE = "phone", "By phone"
        VIDEO = "video", "By video"
        OUTDOORS = "outdoors", "Outdoors"

    class State(models.TextChoices):
        PLANNED = "planned", "Planned"
        KEPT = "kept", "It took place"
        MOVED = "moved", "Moved"
        NOT_KEPT = "not_kept", "They did not come"
        CALLED_OFF = "called_off", "We cancelled"
        THEY_CANCELLED = "they_cancelled", "They cancelled"

    class NextStep(models.TextChoices):
        """What follows a meeting that did not take place."""

        AGAIN = "again", "Plan another time now"
        REACH = "reach", "Try to reach them"
        NOTHING = "nothing", "Nothing more"

    #: Before a first conversation. One that follows is with a person who has a record.
    introduction = models.ForeignKey(
        Introduction, models.PROTECT, related_name="meetings", null=True
    )
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="meetings", null=True
    )
    #: The team of the introduction or the person. The database fills it in, and lets it
    #: follow them: see the migration `meetings_follow_the_team`.
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    who = to_user("meetings")
    at = models.DateTimeField()
    how = models.CharField(max_length=10, choices=How)
    place = models.CharField(max_length=120, blank=True)
    #: The same for all that were planned together: every week, or every few.
    series = models.UUIDField(null=True)
    state = models.CharField(max_length=14, choices=State, default=State.PLANNED)
    planned_at = models.DateTimeField(default=timezone.now)
    planned_by = to_user()
    #: Why, where something spoke against the time: see `welcome.values.planning`.
    planned_anyway = models.CharField(
        max_length=300, blank=True, default="", db_default=""
    )
    settled_at = models.DateTimeField(null=True)
    settled_by = to_user(null=True)
    #: Empty where it took place, and where closing or a farewell cancelled it.
    next_step = models.CharField(
        max_length=7, choices=NextStep, blank=True, default="", db_default=""
    )
    reach_on = models.DateField(null=True)
    nothing_why = models.CharField(
        max_length=300, blank=True, default="", db_default=""
    )

    #: Where two records become one: see `welcome.linking.moving`.
    team_follows_the_person = True

    reminded_at = models.DateTimeField(null=True)
    #: The person themselves, where that is safe: by e-mail, and by text.
    person_reminded_at = models.DateTimeField(null=True)
    person_texted_at = models.DateTimeField(null=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["planned_at", "pk"]
        indexes = INDEXES
        constraints = CONSTRAINTS

    def __str__(self) -> str:
        where = f" ({self.place})" if self.place else ""
        return f"{self.get_how_display()}{where}"

    @property
    def about(self) -> Introduction | Person:
        thing = self.person or self.introduction
        assert thing is not None  # the database's own check
        return thing

    @property
    def with_whom(self) -> Person | None:
        """Their record, where there is one."""
        if self.introduction:
            return self.introduction.person
        return self.person

    @property
    def page(self) -> str:
        """Where it is moved, cancelled, or said how it went."""
        if self.introduction_id:
            return reverse("welcome:waits", args=[self.introduction_id])
        return reverse("welcome:meetings", args=[self.person_id])

    @property
    def is_due(self) -> bool:
        """Whether its time has come: before that it neither took place nor did not."""
        return self.at <= timezone.now()
