"""The conversation in which someone is heard."""

from datetime import timedelta

from django.db import models
from django.db.models import Q
from django.utils import timezone

from .columns import to_user
from .constraints import all_or_none, check, empty, index, only_one
from .discarding import Discardable, DiscardedRows, by_day_discarded
from .own_record import NeverOnesOwn
from .people import Person
from .places import Team
from .users import User
from .uuid_key import UuidModel


class ConversationQuerySet(
    NeverOnesOwn, DiscardedRows, models.QuerySet["Conversation"]
):
    def visible_to(self, user: User) -> "ConversationQuerySet":
        mine = self.filter(team_id__in=user.team_ids)
        return mine.without_own(user)

    def drafts(self) -> "ConversationQuerySet":
        return self.kept().filter(finished_at=None)


class Conversation(Discardable, UuidModel):
    """Someone listens. A draft until it is finished; then its words are the story."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="conversations")
    team = models.ForeignKey(Team, models.PROTECT, related_name="+")
    listener = to_user("conversations")
    is_first = models.BooleanField()
    place = models.CharField(max_length=120, blank=True)
    started_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, editable=False)
    finished_by = to_user(null=True, editable=False)
    was_read_back = models.BooleanField(null=True, editable=False)

    #: See `welcome.linking.moving`.
    settle_before_linking = (
        "Both records have a conversation that is not finished. Finish one of them "
        "first, so that no words are lost."
    )

    objects = ConversationQuerySet.as_manager()

    class Meta:
        indexes = [
            index(
                "conversation_drafts",
                ["listener", "started_at"],
                among=Q(finished_at=None),
            ),
            by_day_discarded("conversation_discarded"),
            index(
                "conversation_first_heard",
                ["team", "finished_at"],
                among=Q(is_first=True),
            ),
        ]
        constraints = [
            all_or_none(
                "conversation_end_has_who_and_when",
                "finished_at",
                "finished_by",
                "was_read_back",
            ),
            only_one(
                "conversation_one_draft_at_a_time",
                ["person"],
                among=Q(finished_at=None, discarded_at=None),
            ),
            only_one(
                "conversation_one_is_the_first",
                ["person"],
                among=Q(is_first=True, discarded_at=None),
            ),
            all_or_none(
                "conversation_discarded_has_who_and_when",
                "discarded_at",
                "discarded_by",
            ),
            check(
                "conversation_finished_is_never_discarded",
                empty("finished_at") | empty("discarded_at"),
            ),
        ]

    def __str__(self) -> str:
        return f"{'First' if self.is_first else 'Later'} conversation"

    @property
    def is_draft(self) -> bool:
        return self.finished_at is None and self.discarded_at is None

    @property
    def lasted(self) -> timedelta | None:
        return self.finished_at - self.started_at if self.finished_at else None


class Draft(models.Model):
    """What has been typed so far into one box of a conversation's page.

    `version` counts up by one at every save, so that a page which read an older
    version can never write over a newer one.
    """

    conversation = models.ForeignKey(
        Conversation, models.CASCADE, related_name="drafts"
    )
    box = models.CharField(max_length=30, help_text="The name of the form's field")
    words = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    saved_at = models.DateTimeField(default=timezone.now)
    saved_by = to_user()

    class Meta:
        constraints = [only_one("draft_one_for_each_box", ["conversation", "box"])]

    def __str__(self) -> str:
        return f"Draft of {self.box}, version {self.version}"
