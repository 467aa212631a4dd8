"""Who will meet them, when and where."""

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from .columns import to_user
from .constraints import check, empty, filled, index, one_of, only_one
from .introductions import Introduction
from .own_record import NeverOnesOwn
from .people import Person
from .users import User
from .uuid_key import UuidModel


class MeetingQuerySet(NeverOnesOwn, models.QuerySet["Meeting"]):
    paths_to_person = ("introduction__person",)

    def visible_to(self, user: User) -> "MeetingQuerySet":
        mine = self.filter(introduction__team_id__in=user.team_ids)
        return mine.without_own(user)

    def planned_with(self, person: Person) -> "MeetingQuerySet":
        """What is still planned with somebody, the nearest first."""
        return self.filter(introduction__person=person, state="planned").order_by("at")

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
        NOT_KEPT = "not_kept", "It did not take place"
        CALLED_OFF = "called_off", "Cancelled"

    introduction = models.ForeignKey(
        Introduction, models.PROTECT, related_name="meetings"
    )
    who = to_user("meetings")
    at = models.DateTimeField()
    how = models.CharField(max_length=10, choices=How)
    place = models.CharField(max_length=120, blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.PLANNED)
    planned_at = models.DateTimeField(default=timezone.now)
    planned_by = to_user()
    #: Why, where something spoke against the time: see `welcome.values.planning`.
    planned_anyway = models.CharField(
        max_length=300, blank=True, default="", db_default=""
    )
    settled_at = models.DateTimeField(null=True)
    settled_by = to_user(null=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["planned_at", "pk"]
        indexes = [
            index("meeting_planned_for", ["who", "at"], among=Q(state="planned")),
        ]
        constraints = [
            one_of(
                "meeting_how_is_known",
                "how",
                ["ours", "home", "phone", "video", "outdoors"],
            ),
            check(
                "meeting_is_planned_or_settled_by_somebody",
                empty("settled_at", "settled_by", state="planned")
                | filled(
                    "settled_at",
                    "settled_by",
                    state__in=["kept", "moved", "not_kept", "called_off"],
                ),
            ),
            check(
                "meeting_took_place_or_not_once_its_time_has_come",
                ~Q(state__in=["kept", "not_kept"]) | Q(settled_at__gte=F("at")),
            ),
            only_one("meeting_one_planned", ["introduction"], among=Q(state="planned")),
        ]

    def __str__(self) -> str:
        where = f" ({self.place})" if self.place else ""
        return f"{self.get_how_display()}{where}"

    @property
    def is_due(self) -> bool:
        """Whether its time has come: before that it neither took place nor did not."""
        return self.at <= timezone.now()
