"""Who gets the morning's e-mail now: on a working day of their site, from 7.30 on."""

from datetime import datetime, time

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from ..access.first_pages import kinds_for
from ..access.permissions import May, may
from ..actions.digests import send_digest
from ..audit.payloads import DigestSent
from ..batches import in_batches
from ..models import Digest, User
from ..reading.today import counts_of
from ..registries.today_items import Group
from ..values.working_days import is_working_day

#: By the clock on the wall at the site. After noon it would not be the morning's.
FROM, UNTIL = time(7, 30), time(12)


def send_due(now: datetime | None = None) -> int:
    """Send to everyone who asked for it and has not had today's; returns how many."""
    local = timezone.localtime(now)
    if not FROM <= local.time() < UNTIL:
        return 0
    clock = User.objects.hand("clock")
    return sum(_send(user, local, by=clock) for user in in_batches(_due(local)))


def _due(local: datetime) -> QuerySet[User]:
    had = Digest.objects.filter(user=OuterRef("pk"), day=local.date())
    wanting = User.objects.filter(wants_digest=True, is_active=True)
    return wanting.filter(~Exists(had))


def _send(user: User, local: datetime, *, by: User) -> bool:
    site = user.site
    if site is None or not may(user, May.WELCOME_PEOPLE):
        return False
    if not is_working_day(local.date(), site.nation):
        return False
    return send_digest(user, by=by, day=local.date(), counts=_counts(user))


def _counts(user: User) -> DigestSent:
    kinds = kinds_for(user)
    counts = counts_of(user, kinds)
    of = dict.fromkeys(Group, 0)
    for kind in kinds:
        of[kind.group] += counts[kind.code]
    return DigestSent(
        now=of[Group.NOW],
        today=of[Group.TODAY],
        week=of[Group.WEEK],
        others=of[Group.OTHERS],
    )
