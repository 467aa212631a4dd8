"""Who else may read a safeguarding concern: a partner, with a reason; the person."""

from django.db import transaction
from django.utils import timezone

from ..audit import trail
from ..models import (
    Membership,
    Organisation,
    Person,
    SafeguardingConcern,
    SafeguardingShare,
    Site,
    User,
)
from ..refusals import Refused
from .safeguarding import change_shown, fresh, tell, tell_leads
from .safeguarding_rows import safeguarding_event, shared, unsaved_share


@transaction.atomic
def share_concern(
    concern: SafeguardingConcern, *, by: User, partner: Organisation, reason: str
) -> SafeguardingShare:
    """Let one partner of the site read it. Those who answer there hear of it."""
    concern = fresh(concern)
    live = concern.shares.live().filter(partner=partner).first()
    if live:
        if live.reason == reason:
            return live  # the button was pressed twice
        raise Refused(f"{partner} can already read it.")
    if not partner.is_partner or partner.site_id != concern.site_id:
        raise Refused(f"A concern can only be shared with partners in {concern.site}.")
    share = unsaved_share(concern, partner, by=by, at=timezone.now(), reason=reason)
    share.save(force_insert=True)
    tell(trail.write(shared(share)), concern, _at(partner), "safeguarding_shared")
    return share


@transaction.atomic
def stop_sharing_concern(share: SafeguardingShare, *, by: User) -> SafeguardingShare:
    """The partner reads it no longer. That they could, and why, stays."""
    concern = fresh(share.concern)
    share = concern.shares.select_related("partner").get(pk=share.pk)
    if share.ended_at is None:
        _end(concern, share, by=by)
    return share


@transaction.atomic
def show_concern(
    concern: SafeguardingConcern, *, by: User, words: str
) -> SafeguardingConcern:
    """Show it on the person's own page. Why it is safe is kept."""
    concern = fresh(concern)
    if concern.shown_at is None:
        change_shown(concern, by=by, words=words, shown=True)
    return concern


@transaction.atomic
def hide_concern(
    concern: SafeguardingConcern, *, by: User, words: str
) -> SafeguardingConcern:
    """Hide it from the person again, with everything that the history says of it."""
    concern = fresh(concern)
    if concern.shown_at:
        change_shown(concern, by=by, words=words, shown=False)
    return concern


def move_concerns(person: Person, to: Site, *, by: User) -> None:
    """They go along to another site: partners there know nothing, its leads do."""
    rows = person.safeguarding_concerns.exclude(site=to).order_by("raised_at", "pk")
    for row in rows.values_list("pk", flat=True):
        concern = fresh(SafeguardingConcern(pk=row))
        for share in concern.shares.live().select_related("partner"):
            _end(concern, share, by=by)
        concern.site = to
        concern.save(update_fields=["site"])
        event = trail.write(
            safeguarding_event("safeguarding.moved", concern, by=by, at=timezone.now())
        )
        if concern.is_open:
            tell_leads(event, concern, "safeguarding_raised")


def _end(concern: SafeguardingConcern, share: SafeguardingShare, *, by: User) -> None:
    now, partner = timezone.now(), share.partner
    share.ended_at, share.ended_by = now, by
    share.save(update_fields=["ended_at", "ended_by"])
    event = safeguarding_event(
        "safeguarding.unshared", concern, by=by, at=now, partner=partner
    )
    trail.write(event)


def _at(partner: Organisation) -> list[str]:
    """Everyone who answers there now."""
    here = Membership.objects.leading(partner).filter(user__is_active=True)
    return [*here.values_list("user__email", flat=True)]
