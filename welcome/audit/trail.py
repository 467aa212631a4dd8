"""Writing down what happened, and what must be said of it. Only this writes them."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import models, transaction
from django.utils import timezone

from ..models import Event, Message, Organisation, Person, Site, Team, User
from ..nudges import nudge
from ..registries import event_payloads


def record(
    what: str,
    *,
    about: models.Model,
    by: User,
    site: Site | None = None,
    person: Person | None = None,
    team: Team | None = None,
    partner: Organisation | None = None,
    detail: Mapping[str, object] | None = None,
) -> Event:
    """Write that something happened. Call inside the transaction that did it.

    `detail` takes codes, numbers and references; never a name or anybody's words. Pass
    `HopeRated(…)`, the type that `PAYLOADS` has for this code: other keys raise.
    """
    site_id = site.pk if site else person.site_id if person else None
    return Event.objects.create(
        what=what,
        about=label(about),
        by=by,
        person=person,
        site_id=site_id,
        team=team,
        partner=partner,
        detail=event_payloads.checked(what, detail or {}),
    )


def record_each(
    what: str,
    things: Iterable[tuple[models.Model, Person, Mapping[str, object]]],
    by: User,
) -> None:
    """The same for many at once: each thing, whom it is about, and its detail."""
    Event.objects.bulk_create(
        Event(
            what=what,
            about=label(about),
            by=by,
            person=person,
            site_id=person.site_id,
            team_id=person.team_id,
            detail=event_payloads.checked(what, detail),
        )
        for about, person, detail in things
    )


def label(thing: models.Model) -> str:
    return f"{thing._meta.label}:{thing.pk}"


def tell(
    event: Event,
    *,
    to: list[str],
    template: str,
    reference: str = "",
    path: str = "",
    due_at: datetime | None = None,
) -> None:
    """Put a message for each reader in the outbox, to leave now or at `due_at`.

    It leaves only if this transaction commits. The nudge to the worker is a
    kindness; the sweep of the outbox is the promise.
    """
    Message.objects.bulk_create(
        Message(
            event=event,
            to=email,
            template=template,
            reference=reference,
            path=path,
            due_at=due_at or timezone.now(),
        )
        for email in dict.fromkeys(filter(None, to))
    )
    transaction.on_commit(_nudge, robust=True)


def _nudge() -> None:
    nudge("welcome.tasks.deliver_outbox")
