"""Carrying one message as an e-mail: a reference and a link, never a name.

Some speak of a moment or a day. It stands as figures in what happened, and is said in
words as the message leaves: “tomorrow” is true when it is read.
"""

import logging
from datetime import date, datetime, timedelta
from email.utils import parseaddr
from typing import cast

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format

from ..access import password_reset_links
from ..audit.payloads import Dated, DigestSent
from ..models import Message
from ..reading.bounded_counts import in_figures

logger = logging.getLogger(__name__)

#: Links that hold a key: made as the message leaves, and never stored.
_MADE_AT_SENDING = {"password_reset": password_reset_links.path_for}
#: What someone else at home may see: from a bare address, without our name.
_FROM_NOBODY = {"meeting_reminder", "meeting_new_time", "meeting_cancelled"}


def carry(message: Message) -> None:
    """Send it. Raises whatever the mail server raises; the outbox tries again.

    The Message-ID is the row's own, the same at every try, so that whoever gets
    a second copy after a crash can recognise it as the same message. What was to be
    said before a moment that has passed is not said any more.
    """
    moment, path = moment_of(message), _path(message)
    if path is None or (moment and moment <= timezone.now()):
        logger.info("message came too late", extra={"message_id": str(message.pk)})
        return
    said = _said(message, moment, path)
    text = render_to_string(f"messages/{message.template}.txt", said)
    subject, _, body = text.partition("\n")
    EmailMessage(
        subject=subject.strip(),
        body=body.strip() + "\n",
        from_email=_sender(message.template),
        to=[message.to],
        headers={"Message-ID": f"<{message.pk}@{settings.MESSAGE_ID_HOST}>"},
    ).send()


def _path(message: Message) -> str | None:
    """Where its link leads; None if that is nowhere any more."""
    make = _MADE_AT_SENDING.get(message.template)
    return (make(message) or None) if make else message.path


def _said(message: Message, moment: datetime | None, path: str) -> dict[str, object]:
    """All that a message can hold."""
    day, team = _dated(message).get("on_day"), message.event.team
    return {
        "reference": message.reference,
        "link": f"{settings.BASE_URL}{path}" if path else "",
        "when": in_words(moment) if moment else "",
        "day": date_format(date.fromisoformat(day), "j F Y") if day else "",
        "ring": team.phone if team else "",
        "counts": _counts(message),
    }


def _counts(message: Message) -> dict[str, str]:
    """How many things a digest counted, in figures."""
    if message.template != "digest":
        return {}
    counted = cast(DigestSent, message.event.detail)
    return {group: in_figures(cast(int, count)) for group, count in counted.items()}


def moment_of(message: Message) -> datetime | None:
    """Of what moment this message reminds, if it does."""
    at = _dated(message).get("reminds_of")
    return datetime.fromisoformat(at) if at else None


def _dated(message: Message) -> Dated:
    """The days that the event of a message holds; most hold none."""
    return cast(Dated, message.event.detail)


def in_words(moment: datetime) -> str:
    """How a reminder says when: “tomorrow, 14:30”."""
    local, today = timezone.localtime(moment), timezone.localdate()
    near = {today: "today", today + timedelta(days=1): "tomorrow"}
    day = near.get(local.date()) or date_format(local, "l j F")
    return f"{day}, {local:%H:%M}"


def _sender(template: str) -> str:
    if template in _FROM_NOBODY:
        return parseaddr(settings.EMAIL_FROM)[1]
    return str(settings.EMAIL_FROM)
