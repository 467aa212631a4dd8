"""Texts that did not arrive, for whoever sent them, until somebody is reached."""

from datetime import timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import timezone

from ..models import Contact, ContactKind, Message, Person, User
from ..registries.today_items import Group, Item, Kind, Step
from .due_words import since

#: After so many days it is in the contact log alone.
DAYS = 14


def _failed(user: User) -> QuerySet[Message]:
    """Of this user's own texts; not where anything else was logged after it."""
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
        ~Exists(after),
        ~Exists(sent_again),
        channel=Message.Channel.TEXT,
        failed_at__gte=timezone.now() - timedelta(days=DAYS),
        event__by=user,
        event__person__in=Person.objects.visible_to(user),
    )
    return rows.select_related("event__person")


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
        words="The text you sent did not arrive.",
        tone="late",
    )


KIND = Kind(
    "texts-not-delivered", "Texts not delivered", Group.NOW, 65,
    _failed, ("failed_at", "pk"), _item, came="failed_at",
)  # fmt: skip
