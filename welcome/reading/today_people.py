"""What a welcomer's own day holds: welcome calls, meetings, tasks and drafts."""

from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from ..models import (
    Conversation,
    Holding,
    Introduction,
    Meeting,
    Membership,
    Task,
    User,
)
from ..registries.today_items import Group, Item, Kind, Step
from .due_words import (
    day_in_words,
    days_ahead,
    moment_in_words,
    shortened,
    since,
    start_of,
)

#: “This week” is today and so many days more.
WEEK_DAYS = 7
#: Someone who asked for a conversation hears from us within so many days.
CALL_DAYS = 3


def mine_or_left(user: User, worker: str, team: str) -> Q:
    """What is this user's, or of no one who still works in that team.

    `worker` and `team` are columns. So no plan is lost when someone leaves.
    """
    here = Membership.objects.of_worker(worker, team)
    return Q(**{worker: user}) | Q(~Exists(here))


# ── Welcome calls ────────────────────────────────────────────────────────────


def _to_call(user: User) -> QuerySet[Introduction]:
    planned = Meeting.objects.filter(introduction=OuterRef("pk"), state="planned")
    waiting = Introduction.objects.visible_to(user).waiting()
    return waiting.filter(~Exists(planned))


def _call(row: Introduction) -> Item:
    days = (timezone.localdate() - timezone.localdate(row.made_at)).days
    start = f"{reverse('welcome:start')}?introduction={row.pk}"
    step = Step("Start the conversation", start)
    if row.person_id:
        carry_on = reverse("welcome:carry_on", args=[row.person_id])
        step = Step("Carry on the story", carry_on, {"introduction": str(row.pk)})
    return Item(
        row.known_as,
        reverse("welcome:waits", args=[row.pk]),
        f"Waiting s{since(row.made_at)[1:]}",
        row.made_at,
        step,
        words=shortened(row.words),
        tone="late" if days > CALL_DAYS else "new",
        is_quoted=row.source == "self",
    )


# ── Meetings ─────────────────────────────────────────────────────────────────


def _meetings(user: User) -> QuerySet[Meeting]:
    mine = mine_or_left(user, "who", "team")
    planned = Meeting.objects.visible_to(user).planned().filter(mine)
    return planned.select_related("introduction", "person", "who")


def _meetings_over(user: User) -> QuerySet[Meeting]:
    return _meetings(user).filter(at__lt=timezone.now())


def _meetings_today(user: User) -> QuerySet[Meeting]:
    return _meetings(user).filter(at__gte=timezone.now(), at__lt=days_ahead(0))


def _meetings_this_week(user: User) -> QuerySet[Meeting]:
    return _meetings(user).filter(at__gte=days_ahead(0), at__lt=days_ahead(WEEK_DAYS))


def _meeting(row: Meeting) -> Item:
    page = row.page
    return Item(
        row.about.known_as,
        page,
        f"{'M' if row.person_id else 'First m'}eeting {moment_in_words(row.at)}",
        row.at,
        _step(row, page),
        words=f"{row.who.name}. {row}.",
        tone="late" if row.is_due else "soon",
    )


def _step(row: Meeting, page: str) -> Step:
    if row.is_due:
        how_it_went = reverse("welcome:settle_meeting", args=[row.pk])
        return Step("Say how it went", how_it_went)
    has_record = row.introduction is None or row.introduction.person_id
    if row.at >= days_ahead(0) or has_record:
        return Step("See the plan", page)
    start = f"{reverse('welcome:start')}?introduction={row.introduction_id}"
    return Step("Start the conversation", start)


# ── Tasks of the huddle ──────────────────────────────────────────────────────


def _tasks(user: User) -> QuerySet[Task]:
    mine = mine_or_left(user, "whose", "decision__huddle__team")
    tasks = Task.objects.visible_to(user).to_do().filter(mine)
    return tasks.select_related("decision__person", "decision__introduction", "whose")


def _tasks_late(user: User) -> QuerySet[Task]:
    return _tasks(user).filter(due_on__lt=timezone.localdate())


def _tasks_today(user: User) -> QuerySet[Task]:
    return _tasks(user).filter(due_on=timezone.localdate())


def _tasks_later(user: User) -> QuerySet[Task]:
    return _tasks(user).filter(due_on__gt=timezone.localdate())


def _task(row: Task) -> Item:
    page = "welcome:person" if row.decision.person_id else "welcome:waits"
    return Item(
        row.decision.about.known_as,
        reverse(page, args=[row.decision.about.pk]),
        f"{_was_or_is(row.due_on)} {day_in_words(row.due_on)}",
        start_of(row.due_on),
        Step("Mark as done", reverse("welcome:do_task", args=[row.pk]), {}),
        words=shortened(row.decision.words),
        tone="late" if row.is_late else "soon",
    )


def _was_or_is(day: date) -> str:
    return "Was due" if day < timezone.localdate() else "Due"


# ── Drafts ───────────────────────────────────────────────────────────────────


def _drafts(user: User) -> QuerySet[Conversation]:
    """What they began, what came along with people they hold, what was left behind."""
    theirs = Holding.objects.filter(until_at=None, worker=user)
    mine = mine_or_left(user, "listener", "team") | Q(
        person__in=theirs.values("person")
    )
    drafts = Conversation.objects.visible_to(user).drafts()
    return drafts.filter(mine).select_related("person")


def _draft(row: Conversation) -> Item:
    page = reverse("welcome:conversation", args=[row.pk])
    begun: datetime = row.started_at
    return Item(
        row.person.known_as,
        page,
        f"Draft s{since(begun)[1:]}",
        begun,
        Step("Finish the conversation", page),
        words="Not read back and not finished yet.",
        tone="",
        also=Step(
            "Discard draft", reverse("welcome:discard_conversation", args=[row.pk]), {}
        ),
    )


KINDS = [
    Kind(
        "meetings-over", "Meetings: say how they went", Group.NOW, 70,
        _meetings_over, ("at", "pk"), _meeting,
    ),
    Kind(
        "tasks-late", "Tasks that are overdue", Group.NOW, 80,
        _tasks_late, ("due_on", "pk"), _task,
    ),
    Kind(
        "meetings-today", "Meetings today", Group.TODAY, 10,
        _meetings_today, ("at", "pk"), _meeting,
    ),
    Kind(
        "welcome-calls", "Welcome calls", Group.TODAY, 30,
        _to_call, ("made_at", "pk"), _call, came="made_at",
    ),
    Kind(
        "tasks-today", "Tasks due today", Group.TODAY, 25,
        _tasks_today, ("due_on", "pk"), _task,
    ),
    Kind(
        "drafts", "Conversations to finish", Group.TODAY, 70,
        _drafts, ("started_at", "pk"), _draft,
    ),
    Kind(
        "meetings-this-week", "Meetings this week", Group.WEEK, 10,
        _meetings_this_week, ("at", "pk"), _meeting,
    ),
    Kind(
        "tasks-later", "Tasks due later", Group.WEEK, 30,
        _tasks_later, ("due_on", "pk"), _task,
    ),
]  # fmt: skip
