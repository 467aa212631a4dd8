"""The one place that moves a narrative, and what every move must not forget."""

from typing import Unpack

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from welcome.audit import trail
from welcome.locking import locked
from welcome.models import Event, Membership, Role, Site, User
from welcome.refusals import Refused

from ..models import Consent, Narrative, State
from ..payloads import NarrativeMoved
from .columns import Columns


def lock(narrative: Narrative) -> Narrative:
    """The row as it is now, and nobody else's until this transaction ends."""
    rows = Narrative.objects.select_related(
        "storybook__site", "site", "contributor__organisation"
    )
    return locked(rows, narrative.pk)


def check(narrative: Narrative, state: State) -> None:
    """Refuse a move that its life does not have."""
    if not narrative.can_move_to(state):
        raise Refused(
            f"This story is at “{narrative.get_state_display()}” by now, so that "
            "cannot be done. Look at it again and see what is next."
        )


def move(
    narrative: Narrative,
    state: State,
    *,
    by: User,
    why: str = "",
    **changes: Unpack[Columns],
) -> Event:
    """Check, change, record. The only place that writes `state`; lock it first."""
    check(narrative, state)
    was = narrative.state
    for name, value in changes.items():
        setattr(narrative, name, value)
    narrative.state, narrative.moved_at, narrative.moved_by = state, timezone.now(), by
    narrative.save(update_fields=[*changes, "state", "moved_at", "moved_by"])
    moved = NarrativeMoved(was=was, why=why) if why else NarrativeMoved(was=was)
    return trail.record(
        f"narrative.{state}",
        about=narrative,
        by=by,
        site=site_of(narrative),
        detail=moved,
    )


def end_consent(narrative: Narrative, why: Consent.Ended, *, by: User) -> None:
    """Close the live consent, if there is one. It stays, so that it can be shown."""
    live = Consent.objects.filter(narrative=narrative, withdrawn_at=None)
    live.update(withdrawn_at=timezone.now(), withdrawn_by=by, ended_why=why)


def live_consent(narrative: Narrative) -> Consent | None:
    return narrative.consents.filter(withdrawn_at=None).first()


def site_of(narrative: Narrative) -> Site | None:
    return narrative.told_at or narrative.contributor.organisation.site


def editors_of(narrative: Narrative) -> QuerySet[Membership]:
    """The editors who look after this contributor, as they work there now."""
    return Membership.objects.current().filter(
        organisation_id=narrative.contributor.organisation_id,
        role=Role.EDITOR,
        user__is_active=True,
    )


def tell_editors(event: Event, narrative: Narrative, template: str) -> None:
    """Tell every editor who looks after this contributor; a reference and a link."""
    trail.tell(
        event,
        to=list(editors_of(narrative).values_list("user__email", flat=True)),
        template=template,
        reference=narrative.reference,
        path=reverse("storybooks:narrative", args=[narrative.pk]),
    )


def fresh(narrative: Narrative) -> Narrative:
    """As the database has it now, with the fingerprint it keeps."""
    narrative.refresh_from_db()
    return narrative


def next_number(narrative: Narrative) -> int:
    last = narrative.versions.order_by("-number").first()
    return last.number + 1 if last else 1
