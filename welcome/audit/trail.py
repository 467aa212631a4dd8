"""Writing down what happened, and what must be said of it. Only this writes them."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import models
from django.utils import timezone

from ..models import Event, Message, Organisation, Person, Site, Team, User
from ..nudges import nudge
from .event_rows import label, unsaved_event, unsaved_messages


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

    `detail` takes codes, numbers and references; never a name or anyone's words. Pass
    `HopeRated(…)`, the type that `PAYLOADS` has for this code: other keys raise.
    """
    return write(
        unsaved_event(
            what,
            at=timezone.now(),
            about=about,
            by=by,
            site=site,
            person=person,
            team=team,
            partner=partner,
            detail=detail,
        )
    )


def record_each(
    what: str,
    things: Iterable[tuple[models.Model, Person, Mapping[str, object]]],
    by: User,
) -> None:
    """The same for many at once: each thing, whom it is about, and its detail."""
    now, events = timezone.now(), []
    for about, person, detail in things:
        event = unsaved_event(
            what, at=now, about=about, by=by, person=person, detail=detail
        )
        event.team_id = person.team_id
        events.append(event)
    Event.objects.bulk_create(events)


def write(event: Event) -> Event:
    """Save an event that `unsaved_event` has made, in the transaction that did it.

    It is dated as it is written: of one action's events, the last one stands last.
    """
    event.at = timezone.now()
    event.save(force_insert=True)
    return event


def tell(
    event: Event,
    *,
    to: list[str],
    template: str,
    reference: str = "",
    path: str = "",
    due_at: datetime | None = None,
    channel: Message.Channel = Message.Channel.EMAIL,
) -> None:
    """Put a message for each reader in the outbox, to leave now or at `due_at`.

    It leaves only if this transaction commits. The nudge to the worker is a
    kindness; the sweep of the outbox is the promise.
    """
    Message.objects.bulk_create(
        unsaved_messages(
            event,
            at=timezone.now(),
            to=to,
            template=template,
            reference=reference,
            path=path,
            due_at=due_at,
            channel=channel,
        )
    )
    nudge("welcome.tasks.deliver_outbox")


def give_up_unsent(what: str, *, about: models.Model) -> None:
    """Messages of such events that are still waiting: by now they are not true."""
    waiting = Message.objects.filter(sent_at=None, event__about=label(about))
    now = timezone.now()
    waiting.filter(event__what=what).update(sent_at=now, failed_at=now)
