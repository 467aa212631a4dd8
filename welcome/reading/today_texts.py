"""Texts that did not arrive, for the worker who can reach the person another way."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from ..models import Contact, ContactKind, Holding, Message, Person, User
from ..registries.today_items import Group, Item, Kind, Step
from .due_words import since
from .today_people import mine_or_left

#: After so many days it is in the contact log alone.
DAYS = 14
#: A reminder leaves at most a day before its meeting; then it is too late for it.
_REMINDED, _REMINDER_DAYS = ".reminded", 1


def _failed(user: User) -> QuerySet[Message]:
    """Not where anything else was logged, or another text was sent, after it."""
    after = Contact.objects.exclude(kind=ContactKind.TEXT).filter(
        person=OuterRef("event__person"), at__gte=OuterRef("failed_at")
    )
    sent_again = Message.objects.filter(
        event__person=OuterRef("event__person"),
        channel=Message.Channel.TEXT,
        failed_at=None,
        made_at__gte=OuterRef("failed_at"),
    )
    rows = Message.objects.filter(
        _for(user),
        ~Exists(after),
        ~Exists(sent_again),
        channel=Message.Channel.TEXT,
        failed_at__gte=timezone.now() - timedelta(days=DAYS),
        event__person__in=Person.objects.visible_to(user),
    )
    return rows.select_related("event__person")


def _for(user: User) -> Q:
    """What they sent; and reminders to people whose key contact they are."""
    held = Holding.objects.now_with_teams_of(user)
    theirs = held.filter(mine_or_left(user, "worker", "team")).values("person")
    lately = timezone.now() - timedelta(days=_REMINDER_DAYS)
    reminders = Q(event__what__endswith=_REMINDED, event__person__in=theirs)
    return Q(event__by=user) | (reminders & Q(failed_at__gte=lately))


def _item(row: Message) -> Item:
    person, at = row.event.person, row.failed_at
    assert person is not None and at is not None  # the query’s own conditions
    page = reverse("welcome:contacts", args=[person.pk])
    return Item(
        person.known_as,
        page,
        f"Text not delivered, s{since(at)[1:]}",
        at,
        Step("Choose another way", page),
        words=_words(row),
        tone="late",
    )


def _words(row: Message) -> str:
    if row.event.what.endswith(_REMINDED):
        return "The text to remind them of a meeting did not arrive."
    return "The text you sent did not arrive."


KIND = Kind(
    "texts-not-delivered", "Texts not delivered", Group.NOW, 65,
    _failed, ("failed_at", "pk"), _item, came="failed_at",
)  # fmt: skip
