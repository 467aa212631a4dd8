"""How much each worker of a partner carries: one question, answered by one index."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypedDict, cast
from uuid import UUID

from django.db.models import Count, Min, Q, QuerySet

from welcome.models import User

from ..access.workers import workers_at
from ..models import Referral, State
from ..models.referral_states import WITH_PARTNER
from ..models.referrals import ReferralQuerySet

#: So many workers stand on a page, sorted by what they carry.
AT_MOST = 200


class Carried(TypedDict, total=False):
    """What the database counts of one worker."""

    open: int
    begun: int
    paused: int
    not_begun: int
    oldest: datetime | None


@dataclass(frozen=True)
class Load:
    """One worker: whom they help, since when, and whether they still work there."""

    worker: User
    open: int = 0
    begun: int = 0
    paused: int = 0
    not_begun: int = 0
    oldest: datetime | None = None
    works_here: bool = True


def helped_by_partners_of(user: User) -> ReferralQuerySet:
    mine = Referral.objects.to_partners_of(user)
    return mine.filter(state__in=WITH_PARTNER)


def colleagues_of(user: User) -> QuerySet[User]:
    """Who works at this user's partners now, in the order of their names."""
    return workers_at(*user.partner_ids)


def loads_of(user: User, colleagues: list[User]) -> list[Load]:
    """Workers who have left but are still named first, then those who carry most."""
    carried = _carried(user)
    here = {one.pk: one for one in colleagues}
    still_here = colleagues_of(user).order_by().values("pk")
    left = User.objects.filter(pk__in=carried.keys()).exclude(pk__in=still_here)
    left = left.order_by("name")
    gone = [Load(one, **carried[one.pk], works_here=False) for one in left]
    busy = [Load(one, **carried.get(pk, Carried())) for pk, one in here.items()]
    return [*gone, *sorted(busy, key=lambda load: -load.open)]


def _carried(user: User) -> dict[UUID, Carried]:
    rows = helped_by_partners_of(user).order_by().values("worker")
    counted: Any = rows.annotate(
        open=Count("pk"),
        begun=Count("pk", filter=Q(state=State.HELPING)),
        paused=Count("pk", filter=Q(state=State.PAUSED)),
        not_begun=Count("pk", filter=Q(state=State.ACCEPTED)),
        oldest=Min("answered_at"),
    )
    return {row.pop("worker"): cast(Carried, row) for row in counted}
