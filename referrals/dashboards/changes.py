"""A change that was tried: noting it, and setting new limits from it."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from welcome.audit import trail
from welcome.audit.event_rows import unsaved_event
from welcome.models import Event, Site, User
from welcome.refusals import Refused

from ..models import Change
from ..payloads import ChangeNoted


@transaction.atomic
def note(
    site: Site, *, by: User, name: str, hypothesis: str, began_on: date, measure: str
) -> Change:
    """Write down what a site tries, so that the charts can show whether it helped.

    The same change sent twice, by a double click, is noted once.
    """
    change, is_new = Change.objects.get_or_create(
        site=site,
        name=name,
        began_on=began_on,
        measure=measure,
        defaults={"hypothesis": hypothesis, "noted_by": by},
    )
    if is_new:
        trail.write(noted(change))
    return change


def noted(change: Change) -> Event:
    return unsaved_event(
        "change.noted",
        at=change.noted_at,
        about=change,
        by=change.noted_by,
        site=change.site,
        detail=ChangeNoted(measure=change.measure),
    )


@transaction.atomic
def set_new_limits(change: Change, *, by: User, why: str) -> Change:
    """From this change on the limits are new: a judgement, and so with a reason."""
    change = Change.objects.select_for_update(of=("self",)).get(pk=change.pk)
    if change.rebase_from:
        raise Refused(
            f"{change.rebased_by} has already set new limits from {change.name}."
        )
    change.rebase_from, change.rebase_why = True, why
    change.rebased_by, change.rebased_at = by, timezone.now()
    change.save(update_fields=["rebase_from", "rebase_why", "rebased_by", "rebased_at"])
    trail.record("change.rebased", about=change, by=by, site=change.site)
    return change
