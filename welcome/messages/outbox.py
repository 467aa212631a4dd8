"""The outbox: what an action promised to say, said once its transaction is safe."""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta

from celery.exceptions import SoftTimeLimitExceeded
from django.conf import settings
from django.db import transaction
from django.utils import timezone

from ..models import Message

logger = logging.getLogger(__name__)


class NotYet(Exception):
    """It can be carried from this moment on, and not before."""

    def __init__(self, until: datetime) -> None:
        self.until = until
        super().__init__("not yet")


class Undeliverable(Exception):
    """No further try can help: the number takes no texts, or texts are not safe."""


def deliver_due(carry: Callable[[Message], None], *, limit: int = 5) -> int:
    """Carry every message that is due; returns how many arrived.

    `carry(message)` does the sending and raises when it cannot; one that fails never
    holds back the rest. It runs outside any transaction, so a slow mail server never
    holds a row. A worker that dies mid-way leaves the message due again after its
    wait: it may in rare cases go twice, under the same message id, and is never lost.
    """
    arrived = 0
    while taken := _claim(limit):
        arrived += sum(_deliver(message, carry) for message in taken)
    return arrived


@transaction.atomic
def _claim(limit: int) -> list[Message]:
    """Take due messages that no other worker holds, and set their next try."""
    due = Message.objects.due().select_for_update(skip_locked=True, of=("self",))
    taken = list(due.select_related("event__team")[:limit])
    for message in taken:
        wait = settings.OUTBOX_WAITS[
            min(message.attempts, len(settings.OUTBOX_WAITS) - 1)
        ]
        message.due_at = timezone.now() + timedelta(seconds=wait)
        message.attempts += 1
    Message.objects.bulk_update(taken, ["due_at", "attempts"])
    return taken


def _deliver(message: Message, carry: Callable[[Message], None]) -> bool:
    try:
        carry(message)
    except SoftTimeLimitExceeded:
        raise  # the worker is told to end; what is claimed comes again
    except NotYet as problem:
        Message.objects.filter(pk=message.pk).update(due_at=problem.until)
        return False
    except Undeliverable:
        _give_up(message)
        return False
    except Exception as problem:  # whatever it is, the next message must still go
        logger.warning(
            "message not carried",
            extra={
                "message_id": str(message.pk),
                "attempts": message.attempts,
                "problem": type(problem).__name__,
            },
        )
        return False
    sent: dict[str, object] = {"sent_at": timezone.now()}
    if any(path in message.path for path in settings.PRIVATE_LINKS):
        sent["path"] = ""  # once it is carried, no one can read the key here
    Message.objects.filter(pk=message.pk).update(**sent)
    return True


def _give_up(message: Message) -> None:
    now = timezone.now()
    logger.info("message given up", extra={"message_id": str(message.pk)})
    Message.objects.filter(pk=message.pk).update(sent_at=now, failed_at=now)
