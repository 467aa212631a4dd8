"""What a user's list of discarded drafts says: theirs, and what they discarded."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from ..models import Conversation, Letter, Person, User
from ..models.discarding import KEPT_DAYS, Discardable
from ..registries.discarded_drafts import kinds
from ..registries.today_items import Group, Item, Kind, Step
from .bounded_counts import in_figures
from .due_words import moment_in_words
from .today import AT_MOST, counts_of


@dataclass(frozen=True)
class Listed:
    """A kind with its first rows, and how many there are."""

    code: str
    label: str
    items: list[Item]
    count: int

    @property
    def figures(self) -> str:
        return in_figures(self.count)

    @property
    def is_cut(self) -> bool:
        return self.count > len(self.items)


def listed(user: User) -> list[Listed]:
    """Every kind that has something. One query, and one more for each of those."""
    counts = counts_of(user, kinds())
    return [
        Listed(kind.code, kind.label, first_of(kind, user), counts[kind.code])
        for kind in kinds()
        if counts[kind.code]
    ]


def first_of(kind: Kind, user: User) -> list[Item]:
    return [kind.item(row) for row in kind.rows(user).order_by(*kind.by)[:AT_MOST]]


def item_of(
    person: Person, at: datetime, by: User | None, undo: str, words: str
) -> Item:
    """One discarded draft, until when it can be undone, and the button that does."""
    until = timezone.localtime(at) + timedelta(days=KEPT_DAYS)
    return Item(
        person.known_as,
        reverse("welcome:person", args=[person.pk]),
        f"Discarded by {by} {moment_in_words(at)}",
        at,
        Step("Undo", undo, {}),
        words=f"{words} We’ll delete it on {until:%A} {until.day} {until:%B}.",
        tone="",
    )


def _conversations(user: User) -> QuerySet[Conversation]:
    mine = Q(listener=user) | Q(discarded_by=user)
    rows = Conversation.objects.visible_to(user).discarded().filter(mine)
    return rows.select_related("person", "listener", "discarded_by")


def _conversation(row: Conversation) -> Item:
    undo = reverse("welcome:restore_conversation", args=[row.pk])
    return _item(row, undo, f"{row}, started by {row.listener}.")


def _letters(user: User) -> QuerySet[Letter]:
    mine = Q(written_by=user) | Q(discarded_by=user)
    rows = Letter.objects.visible_to(user).discarded().filter(mine)
    return rows.select_related("person", "written_by", "discarded_by")


def _letter(row: Letter) -> Item:
    undo = reverse("welcome:restore_letter", args=[row.pk])
    return _item(row, undo, f"{row}, written by {row.written_by}.")


def _item(row: Any, undo: str, words: str) -> Item:
    draft: Discardable = row
    at = draft.discarded_at
    assert at is not None
    return item_of(row.person, at, draft.discarded_by, undo, words)


KINDS = [
    Kind(
        "discarded-conversations", "Conversations", Group.TODAY, 10,
        _conversations, ("-discarded_at", "pk"), _conversation,
    ),
    Kind(
        "discarded-letters", "Letters", Group.TODAY, 20,
        _letters, ("-discarded_at", "pk"), _letter,
    ),
]  # fmt: skip
