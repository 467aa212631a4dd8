"""Carrying one message as an e-mail: a reference and a link, never a name."""

import logging

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string

from .models import Message

logger = logging.getLogger(__name__)


def carry(message: Message) -> None:
    """Send it. Raises whatever the mail server raises; the outbox tries again.

    The Message-ID is the row's own, the same at every try, so that whoever gets
    a second copy after a crash can recognise it as the same message.
    """
    context = {
        "reference": message.reference,
        "link": f"{settings.BASE_URL}{message.path}" if message.path else "",
    }
    text = render_to_string(f"messages/{message.template}.txt", context)
    subject, _, body = text.partition("\n")
    EmailMessage(
        subject=subject.strip(),
        body=body.strip() + "\n",
        from_email=settings.EMAIL_FROM,
        to=[message.to],
        headers={"Message-ID": f"<{message.pk}@{settings.MESSAGE_ID_HOST}>"},
    ).send()
