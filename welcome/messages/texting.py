"""Carrying one message as a text: fixed words and our number, never a name or a link.

Whether texts are safe is asked again as it leaves: a person may have changed their
mind, or their number, while it waited.
"""

import logging

from django.template.loader import render_to_string
from django.utils import timezone

from ..models import ContactWish, Message
from ..private_links.safe_contact import next_moment_for_texts
from . import gateways
from .emailing import in_words, moment_of
from .outbox import NotYet, Undeliverable

logger = logging.getLogger(__name__)


def carry(message: Message) -> None:
    """Send it. Raises whatever the gateway raises; the outbox tries again."""
    moment, now = moment_of(message), timezone.now()
    if moment and moment <= now:
        logger.info("message came too late", extra={"message_id": str(message.pk)})
        return
    wish = _wish(message)
    if wish is None or wish.number_for_texts != message.to:
        raise Undeliverable
    safe_from = next_moment_for_texts(wish, now)
    if safe_from > now:
        raise NotYet(safe_from)
    said = {
        "when": in_words(moment) if moment else "",
        "ring": _ring(message),
        "may_say_who": wish.may_say_who_we_are,
    }
    text = render_to_string(f"messages/{message.template}.txt", said)
    gateways.send(message, " ".join(text.split()))


def _wish(message: Message) -> ContactWish | None:
    of = ContactWish.objects.select_related("person__site")
    return of.filter(person=message.event.person_id).first()


def _ring(message: Message) -> str:
    team = message.event.team
    return team.number_to_ring if team else ""
