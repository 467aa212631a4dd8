"""Messages about a referral, put into the outbox."""

from django.urls import reverse

from welcome.audit import trail
from welcome.models import Event

from ..models import Referral


def tell(event: Event, referral: Referral, to: list[str], template: str) -> None:
    trail.tell(
        event,
        to=to,
        template=template,
        reference=referral.person.reference,
        path=reverse("referrals:referral", args=[referral.pk]),
    )


def tell_without_a_trace(event: Event, to: list[str], template: str) -> None:
    """To people outside: without a reference and without an address of ours."""
    trail.tell(event, to=to, template=template)
