"""What Today says of possible duplicates: a lead is asked, a welcomer is answered."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from ..models import DuplicateAsk, LinkAsked, User
from ..registries.today_items import Group, Item, Kind, Step
from .due_words import day_in_words, shortened


def _asked(user: User) -> QuerySet[DuplicateAsk]:
    rows = DuplicateAsk.objects.visible_to(user).open()
    return rows.select_related("ours", "theirs", "asked_by")


def _to_check(row: DuplicateAsk) -> Item:
    ours, theirs = _where_they_are(row)
    no = reverse("welcome:not_the_same", args=[ours, theirs])
    asks = f"{row.asked_by} asks: the same person?"
    return Item(
        row.ours.known_as,
        reverse("welcome:alike", args=[ours]),
        f"Asked {_day(row.asked_at)}",
        row.asked_at,
        Step("Compare records", reverse("welcome:link", args=[ours, theirs])),
        words=f"{asks} “{shortened(row.words)}”" if row.words else asks,
        also=Step("Not the same person", no, {}),
    )


def _asked_by_teams(user: User) -> QuerySet[LinkAsked]:
    rows = LinkAsked.objects.asking(user)
    return rows.select_related("theirs", "ours__team", "asked_by")


def _to_answer(row: LinkAsked) -> Item:
    """`theirs` is ours here: another team asked about a record that we hold."""
    pair = [row.theirs_id, row.ours_id]
    return Item(
        row.theirs.known_as,
        reverse("welcome:alike", args=[row.theirs_id]),
        f"Asked {_day(row.asked_at)}",
        row.asked_at,
        Step("Compare records", reverse("welcome:link", args=pair)),
        words=f"{row.asked_by}, {row.ours.team}: the same person as one of theirs?",
        also=Step(
            "Not the same person", reverse("welcome:not_the_same", args=pair), {}
        ),
    )


def _day(at: datetime) -> str:
    return day_in_words(timezone.localdate(at))


def _where_they_are(row: DuplicateAsk) -> tuple[UUID, UUID]:
    """The two records, or those with which they were linked since."""
    ours, theirs = row.ours, row.theirs
    return ours.linked_to_id or ours.pk, theirs.linked_to_id or theirs.pk


def _answered(user: User) -> QuerySet[DuplicateAsk]:
    rows = DuplicateAsk.objects.to_read_by(user)
    return rows.select_related("ours", "answered_by")


def _answer(row: DuplicateAsk) -> Item:
    at = row.answered_at or timezone.now()
    read = reverse("welcome:read_answer", args=[row.pk])
    return Item(
        row.ours.known_as,
        reverse("welcome:person", args=[row.ours_id]),
        f"Answered {_day(at)}",
        at,
        Step("Mark as read", read, {}),
        words=f"{row.answered_by}: {row.get_answer_display()}.",
        tone="",
    )


def _answered_by_teams(user: User) -> QuerySet[LinkAsked]:
    rows = LinkAsked.objects.to_read_by(user)
    return rows.select_related("ours", "theirs__team", "answered_by")


def _answer_of_team(row: LinkAsked) -> Item:
    at = row.answered_at or timezone.now()
    return Item(
        row.ours.known_as,
        reverse("welcome:person", args=[row.ours_id]),
        f"Answered {_day(at)}",
        at,
        Step("Mark as read", reverse("welcome:read_team_answer", args=[row.pk]), {}),
        words=f"{row.answered_by}: {row.get_answer_display()}.",
        tone="",
    )


def _my_questions(user: User) -> QuerySet[DuplicateAsk]:
    return _asked(user).filter(asked_by=user)


def _waiting(row: DuplicateAsk) -> Item:
    page = reverse("welcome:alike", args=[_where_they_are(row)[0]])
    return Item(
        row.ours.known_as,
        page,
        f"Asked {_day(row.asked_at)}",
        row.asked_at,
        Step("See possible duplicates", page),
        words="You asked your lead whether two records are the same person.",
        tone="",
    )


KINDS = [
    Kind(
        "duplicates-asked", "Possible duplicates", Group.NOW, 57,
        _asked, ("asked_at", "pk"), _to_check,
        permission="link_records", came="asked_at",
    ),
    Kind(
        "duplicates-of-teams", "Possible duplicates other teams ask about",
        Group.NOW, 58, _asked_by_teams, ("asked_at", "pk"), _to_answer,
        permission="link_records", came="asked_at",
    ),
    Kind(
        "duplicates-answered", "Answers about duplicates", Group.NOW, 59,
        _answered, ("answered_at", "pk"), _answer, came="answered_at",
    ),
    Kind(
        "duplicates-answered-by-teams", "Answers of other teams about duplicates",
        Group.NOW, 60, _answered_by_teams, ("answered_at", "pk"), _answer_of_team,
        permission="link_records", came="answered_at",
    ),
    Kind(
        "duplicates-waiting", "Duplicates with your lead",
        Group.OTHERS, 25, _my_questions, ("asked_at", "pk"), _waiting,
    ),
]  # fmt: skip
