"""The rows of an event and of its messages. Saves nothing."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.db import models

from ..models import Event, Message, Organisation, Person, Site, Team, User
from ..registries import event_payloads


def unsaved_event(
    what: str,
    *,
    at: datetime,
    about: models.Model,
    by: User,
    site: Site | None = None,
    person: Person | None = None,
    team: Team | None = None,
    partner: Organisation | None = None,
    detail: Mapping[str, object] | None = None,
) -> Event:
    """The row that all write. The demo gathers such rows and writes them in bulk.

    Only identities are set: for a hundred thousand rows that is twice as fast.
    """
    site_id = site.pk if site else person.site_id if person else None
    return Event(
        what=what,
        at=at,
        about=label(about),
        by_id=by.pk,
        person_id=person.pk if person else None,
        site_id=site_id,
        team_id=team.pk if team else None,
        partner_id=partner.pk if partner else None,
        detail=event_payloads.checked(what, detail or {}),
    )


def label(thing: models.Model) -> str:
    return f"{thing._meta.label}:{thing.pk}"


def unsaved_messages(
    event: Event,
    *,
    at: datetime,
    to: Iterable[str],
    template: str,
    reference: str = "",
    path: str = "",
    due_at: datetime | None = None,
    channel: Message.Channel = Message.Channel.EMAIL,
) -> list[Message]:
    """The rows that `tell` writes: one for each reader, and no one twice."""
    return [
        Message(
            event=event,
            channel=channel,
            to=reader,
            template=template,
            reference=reference,
            path=path,
            made_at=at,
            due_at=due_at or at,
        )
        for reader in dict.fromkeys(filter(None, to))
    ]
