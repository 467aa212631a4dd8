"""What was prepared and never sent: discarded, prepared again, deleted after a time."""

from django.db import transaction
from django.utils import timezone

from welcome.audit import trail
from welcome.models import User
from welcome.refusals import Refused

from ..models import Referral, Request, State
from . import drafts
from .request_rows import request_event
from .sending import prepare

#: So many are deleted at each round of the task.
_AT_ONCE = 200


@transaction.atomic
def discard(request: Request, *, by: User, seen: str) -> Request:
    """Put aside what was prepared and not sent. No one was told, so no one is told.

    It can be undone for `KEPT_DAYS`.
    """
    drafts.one_at_a_time(request.person)
    if request.is_sent:
        raise Refused("This has already been sent. Withdraw the referral instead.")
    prepared = list(request.referrals.filter(state=State.DRAFT))
    if not prepared:
        return request
    drafts.as_seen(request, seen)
    request.discarded_at, request.discarded_by = timezone.now(), by
    request.save(update_fields=["discarded_at", "discarded_by"])
    for referral in prepared:
        drafts.put_aside(referral, by=by)
    return request


@transaction.atomic
def restore(request: Request, *, by: User) -> Request:
    """Prepare it again as it was. Pressed twice, it is there once.

    Raises Refused where it can't be prepared now: sent meanwhile, no room, closed.
    """
    drafts.one_at_a_time(request.person)
    request.refresh_from_db()
    if request.discarded_at is None:
        return request
    before = _put_aside(request)
    return prepare(
        request.person,
        by=by,
        once=request.once,
        words=request.words,
        need=request.need,
        urgency=request.urgency,
        wants=request.wants,
        despite=request.despite,
        offers=[draft.offer for draft in before],
        previous=next(
            (one.discarded_previous for one in before if one.discarded_previous), None
        ),
    )


def _put_aside(request: Request) -> list[Referral]:
    """Its drafts when it was discarded; not those that were dropped before."""
    rows = request.referrals.filter(
        state=State.WITHDRAWN, sent_at=None, moved_at__gte=request.discarded_at
    )
    rows = rows.select_related("offer__partner", "discarded_previous__request")
    return list(rows.order_by("offer__partner__name", "pk"))


@transaction.atomic
def delete_discarded() -> int:
    """For good, what was discarded more than `KEPT_DAYS` ago. How many.

    A draft that is brought back at this moment is left alone.
    """
    now, clock = timezone.now(), User.objects.hand("clock")
    old = Request.objects.past_undoing(now).select_related("person__team")
    found = list(old.select_for_update(of=("self",), skip_locked=True)[:_AT_ONCE])
    for request in found:
        unsent = Referral.objects.filter(request=request)
        trail.write(
            request_event(
                "request.deleted", request, by=clock, at=now, offers=unsent.count()
            )
        )
        unsent.delete()
        request.delete()
    return len(found)
