"""What Today says of answers, first meetings of three, and what is not sent yet."""

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from welcome.models import User
from welcome.reading.due_words import (
    days_ahead,
    moment_in_words,
    shortened,
    since,
    start_of,
)
from welcome.reading.today_people import WEEK_DAYS, mine_or_left
from welcome.registries.today_items import Group, Item, Kind, Step

from ..deadlines.answer_due_in_words import due_in_words
from ..models import FirstMeeting, Referral, Request, State

# ── Answers of partners ──────────────────────────────────────────────────────


def _unanswered(user: User) -> QuerySet[Referral]:
    sent = Referral.objects.from_teams_of(user).waiting_for_an_answer()
    sent = sent.filter(agreement__withdrawn_at=None)
    return sent.select_related("person__site", "partner")


def _late(user: User) -> QuerySet[Referral]:
    return _unanswered(user).filter(_is_late())


def _in_time(user: User) -> QuerySet[Referral]:
    return _unanswered(user).exclude(_is_late())


def _is_late() -> Q:
    return Q(answer_due_on__lt=timezone.localdate(), rests_since=None)


def _answer(row: Referral) -> Item:
    due, tone = due_in_words(row)
    page = reverse("referrals:referral", args=[row.pk])
    return Item(
        row.person.known_as,
        page,
        due,
        start_of(row.answer_due_on or timezone.localdate()),
        Step("See what was sent", page),
        words=f"{row.partner} has not answered yet.",
        tone=tone,
    )


# ── First meetings of all three ──────────────────────────────────────────────


def _meetings(user: User, *states: str) -> QuerySet[FirstMeeting]:
    ours = Referral.objects.from_teams_of(user)
    mine = mine_or_left(user, "welcomer", "referral__team")
    rows = FirstMeeting.objects.filter(mine, referral__in=ours, state__in=states)
    return rows.select_related("referral__person", "referral__partner", "worker")


def _to_confirm(user: User) -> QuerySet[FirstMeeting]:
    return _ahead(user, "partner")


def _unconfirmed(user: User) -> QuerySet[FirstMeeting]:
    return _ahead(user, "team")


def _ahead(user: User, proposed_from: str) -> QuerySet[FirstMeeting]:
    ahead = _meetings(user, "proposed").filter(at__gte=timezone.now())
    return ahead.filter(proposed_from=proposed_from)


def _over(user: User) -> QuerySet[FirstMeeting]:
    return _meetings(user, "proposed", "confirmed").filter(at__lt=timezone.now())


def _today(user: User) -> QuerySet[FirstMeeting]:
    confirmed = _meetings(user, "confirmed")
    return confirmed.filter(at__gte=timezone.now(), at__lt=days_ahead(0))


def _this_week(user: User) -> QuerySet[FirstMeeting]:
    confirmed = _meetings(user, "confirmed")
    return confirmed.filter(at__gte=days_ahead(0), at__lt=days_ahead(WEEK_DAYS))


def _meeting(row: FirstMeeting) -> Item:
    page = reverse("referrals:referral", args=[row.referral_id])
    partner = row.referral.partner
    who = f"{row.worker.name}, {partner}" if row.worker else f"{partner}"
    late = row.is_over
    return Item(
        row.referral.person.known_as,
        page,
        f"With {partner} {moment_in_words(row.at)}",
        row.at,
        Step("Say how it went" if late else "See the plan", f"{page}#meeting"),
        words=f"{who}. {row}.",
        tone="late" if late else "soon",
    )


def _confirm(row: FirstMeeting) -> Item:
    item, page = _meeting(row), reverse("referrals:referral", args=[row.referral_id])
    due = f"Proposed for {moment_in_words(row.at)}"
    return item._replace(due=due, step=Step("Confirm the meeting", f"{page}#meeting"))


def _unsure(row: FirstMeeting) -> Item:
    due = f"Proposed for {moment_in_words(row.at)}"
    words = f"{row.referral.partner} has not confirmed yet. {row}."
    return _meeting(row)._replace(due=due, words=words)


# ── Prepared, and not sent ───────────────────────────────────────────────────


def _prepared(user: User) -> QuerySet[Request]:
    """By this user, or by someone who has left. A draft has never moved: an index."""
    drafts = Referral.objects.from_teams_of(user).filter(
        mine_or_left(user, "request__made_by", "team"),
        state=State.DRAFT,
        moved_at=None,
    )
    rows = Request.objects.filter(pk__in=drafts.values("request"))
    return rows.select_related("person")


def _unsent(row: Request) -> Item:
    page = reverse("referrals:agree", args=[row.pk])
    return Item(
        row.person.known_as,
        page,
        f"Prepared, s{since(row.made_at)[1:]}",
        row.made_at,
        Step("Agree and send", page),
        words=f"Not sent yet: {shortened(row.words)}",
        tone="",
    )


KINDS = [
    Kind(
        "first-meetings-over", "Meetings with partners: say how they went", Group.NOW,
        75, _over, ("at", "pk"), _meeting,
    ),
    Kind(
        "to-confirm", "Meetings to confirm", Group.NOW, 45,
        _to_confirm, ("at", "pk"), _confirm, came="proposed_at",
    ),
    Kind(
        "answers-overdue", "Answers that are overdue", Group.NOW, 60,
        _late, ("answer_due_on", "pk"), _answer,
    ),
    Kind(
        "first-meetings-today", "Meetings with partners today", Group.TODAY, 20,
        _today, ("at", "pk"), _meeting,
    ),
    Kind(
        "not-sent", "Referrals to finish and send", Group.TODAY, 80,
        _prepared, ("made_at", "pk"), _unsent,
    ),
    Kind(
        "first-meetings-this-week", "Meetings with partners this week", Group.WEEK, 20,
        _this_week, ("at", "pk"), _meeting,
    ),
    Kind(
        "answers-waiting", "Answers from partners", Group.OTHERS, 10,
        _in_time, ("answer_due_on", "pk"), _answer,
    ),
    Kind(
        "not-confirmed", "Meetings that partners have to confirm", Group.OTHERS, 15,
        _unconfirmed, ("at", "pk"), _unsure,
    ),
]  # fmt: skip
