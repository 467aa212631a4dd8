"""Tell the introducer that help has ended, only with the person's yes."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from welcome.audit.event_rows import label
from welcome.models import Event, Introduction, Source, User

from ..models import Referral
from ..payloads import IntroducerTold
from .referral_events import happened
from .telling import tell_without_a_trace


def tell_introducer(referral: Referral, *, by: User) -> Event | None:
    """That whom they introduced was helped, and that the door stays open. No name.

    Nothing where no one introduced them, or left no e-mail; and once for each
    referral, also where the farewell was said anew. Call it inside a transaction.
    """
    introduction = introduction_of(referral)
    told = Event.objects.filter(about=label(referral), what="introducer.told")
    if introduction is None or told.exists():
        return None
    day = timezone.localdate(introduction.made_at)
    event = happened(
        "introducer.told",
        referral,
        by=by,
        detail=IntroducerTold(on_day=day.isoformat()),
    )
    to = introduction.introducer_contact.strip()
    tell_without_a_trace(event, [to], "introducer_told")
    return event


def introduction_of(referral: Referral) -> Introduction | None:
    """The latest one by someone else, before this was sent, who can be written to."""
    rows = referral.person.introductions.exclude(source=Source.SELF)
    rows = rows.filter(made_at__lte=referral.sent_at or timezone.now())
    latest = rows.order_by("-made_at", "-pk").first()
    return latest if latest and _is_email(latest.introducer_contact.strip()) else None


def _is_email(contact: str) -> bool:
    try:
        validate_email(contact)
    except ValidationError:
        return False
    return True
