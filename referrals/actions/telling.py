"""Messages about a referral, put into the outbox."""

from datetime import datetime
from typing import TypedDict

from django.urls import reverse

from welcome.audit import event_rows, trail
from welcome.models import Event, Message

from ..models import Referral

#: The message of an event, where it has one that is always the same.
TEMPLATES = {
    "referral.sent": "referral_arrived",
    "referral.accepted": "referral_accepted",
    "referral.returned": "referral_returned",
    "referral.ended": "referral_ended",
    "referral.paused": "referral_paused",
    "referral.resumed": "referral_resumed",
    "referral.withdrawn": "referral_withdrawn",
    "question.asked": "question_asked",
}


class Where(TypedDict):
    """What a message may say of a referral: a reference, and an address of ours."""

    reference: str
    path: str


def where(referral: Referral) -> Where:
    path = reverse("referrals:referral", args=[referral.pk])
    return {"reference": referral.person.reference, "path": path}


def tell(event: Event, referral: Referral, to: list[str], template: str = "") -> None:
    template = template or TEMPLATES[event.what]
    trail.tell(event, to=to, template=template, **where(referral))


def unsaved_messages(
    event: Event, referral: Referral, to: list[str], *, at: datetime
) -> list[Message]:
    """The rows that `tell` writes, with the event's own message."""
    template = TEMPLATES[event.what]
    return event_rows.unsaved_messages(
        event, at=at, to=to, template=template, **where(referral)
    )


def tell_without_a_trace(event: Event, to: list[str], template: str) -> None:
    """To people outside: without a reference and without an address of ours."""
    trail.tell(event, to=to, template=template)
