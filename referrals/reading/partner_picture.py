"""How one partner is doing: its own last twelve months, in words and twelve columns.

Its own numbers, so none is hidden for being small; and never a name.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, TypedDict

from django.db.models import Aggregate, Count, DurationField, F, Q, QuerySet
from django.db.models.functions import TruncDate, TruncMonth
from django.utils import timezone

from welcome.models import User

from ..models import GiveBack, Referral, Retold, State, ToldAgain

#: The drawing: a column for each month, on a ground of this size.
_HIGH, _STEP = 120, 48


class Month(TypedDict):
    """A month as the database counts it."""

    month: datetime
    asked: int
    answered: int
    in_time: int
    yes: int
    back: int


class Median(Aggregate):
    """The middle one, as the database finds it."""

    template = "percentile_disc(0.5) WITHIN GROUP (ORDER BY %(expressions)s)"
    output_field = DurationField()


@dataclass(frozen=True)
class Column:
    """One month: how many were sent, and how many of them heard a yes."""

    month: datetime
    asked: int
    yes: int
    x: int
    #: From the top of the drawing to the column, and how high it stands.
    top: int
    high: int
    yes_top: int
    yes_high: int


@dataclass(frozen=True)
class Picture:
    """What the page says, each a plain number of the partner's own."""

    asked: int = 0
    answered: int = 0
    in_time: int = 0
    yes: int = 0
    back: int = 0
    days: int | None = None
    reasons: list[tuple[str, int]] = field(default_factory=list)
    told: list[tuple[str, int]] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)


def picture_of(user: User) -> Picture:
    """Four bounded questions, over the index of what was sent to this partner."""
    sent = _sent_to(user)
    months = _by_month(sent)
    return Picture(
        asked=sum(row["asked"] for row in months),
        answered=sum(row["answered"] for row in months),
        in_time=sum(row["in_time"] for row in months),
        yes=sum(row["yes"] for row in months),
        back=sum(row["back"] for row in months),
        days=_middle_days(sent),
        reasons=_reasons(sent),
        told=_told(user),
        columns=_columns(months),
    )


def _sent_to(user: User) -> QuerySet[Referral]:
    mine = Referral.objects.filter(partner_id__in=user.partner_ids)
    return mine.filter(sent_at__gte=_since()).order_by()


def _by_month(sent: QuerySet[Referral]) -> list[Month]:
    rows = sent.annotate(month=TruncMonth("sent_at")).values("month")
    in_time = Q(answer_due_on__gte=TruncDate("answered_at"))
    counted: Any = rows.annotate(
        asked=Count("pk"),
        answered=Count("answered_at"),
        in_time=Count("pk", filter=in_time),
        yes=Count("worker"),
        back=Count("pk", filter=Q(state=State.RETURNED)),
    )
    return list(counted.order_by("month"))


def _middle_days(sent: QuerySet[Referral]) -> int | None:
    """Half of the answers came within so many days."""
    answered = sent.exclude(answered_at=None)
    waited: timedelta | None = answered.aggregate(
        middle=Median(F("answered_at") - F("sent_at"))
    )["middle"]
    return None if waited is None else waited.days


def _reasons(sent: QuerySet[Referral]) -> list[tuple[str, int]]:
    back = sent.filter(state=State.RETURNED).values_list("reason")
    rows = back.annotate(n=Count("pk")).order_by("-n", "reason")
    return [(str(GiveBack(reason).label), n) for reason, n in rows]


def _told(user: User) -> list[tuple[str, int]]:
    """What people said when they were asked whether they had to tell it again."""
    said = ToldAgain.objects.filter(referral__in=_sent_to(user)).order_by()
    said = said.exclude(answer=Retold.NOT_ASKED)
    counts = dict(said.values_list("answer").annotate(n=Count("pk")))
    answers = [one for one in Retold if one != Retold.NOT_ASKED]
    return [(str(one.label), counts.get(one, 0)) for one in answers if counts]


def _columns(months: list[Month]) -> list[Column]:
    """Twelve, also where a month was quiet; the highest fills the drawing."""
    by_month = {(row["month"].year, row["month"].month): row for row in months}
    most = max((row["asked"] for row in months), default=0) or 1
    columns, month = [], _since()
    for at in range(12):
        row = by_month.get((month.year, month.month))
        asked, said_yes = (row["asked"], row["yes"]) if row else (0, 0)
        high, yes = (round(number * _HIGH / most) for number in (asked, said_yes))
        columns.append(
            Column(
                month=month,
                asked=asked,
                yes=said_yes,
                x=at * _STEP,
                top=_HIGH + 20 - high,
                high=high,
                yes_top=_HIGH + 20 - yes,
                yes_high=yes,
            )
        )
        month = (month + timedelta(days=32)).replace(day=1)
    return columns


def _since() -> datetime:
    """The first day of the month, eleven months before this one."""
    first = timezone.localtime().replace(
        day=1, hour=0, minute=0, second=0, microsecond=0
    )
    months = first.year * 12 + first.month - 12
    return first.replace(year=months // 12, month=months % 12 + 1)
