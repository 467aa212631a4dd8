"""Celery tasks; each calls one action. What a task is called never changes: messages
on the way to a worker, and the schedule, bear its name.
"""

import time
from uuid import UUID

import redis
from celery import shared_task
from django.conf import settings
from django.utils import timezone

from .access import rate_limits, sessions
from .actions import (
    attachment_scans,
    discarding,
    emergencies,
    handovers,
    imports,
    meeting_reminders,
    passwords,
    safeguarding_reviews,
)
from .finding import refilling
from .import_runs import batches
from .messages import carriers, digests, outbox
from .models import Import, User


@shared_task
def deliver_outbox() -> None:
    outbox.deliver_due(carriers.carry)


@shared_task
def keep_findable() -> None:
    refilling.fill()


@shared_task
def forget_old_failures() -> None:
    rate_limits.forget_old()


@shared_task
def forget_ended_sessions() -> None:
    sessions.forget_ended()


@shared_task
def scan_attachments() -> None:
    attachment_scans.scan_attachments()


@shared_task
def erase_attachments() -> None:
    attachment_scans.erase_attachments()


@shared_task
def delete_discarded_drafts() -> None:
    discarding.delete_discarded()


@shared_task
def beat_heart() -> None:
    """Proof that scheduler, broker and worker are all alive: see /readyz."""
    redis.Redis.from_url(settings.REDIS_URL).set("livingwell:heartbeat", time.time())


@shared_task(name="welcome.reminders.remind_of_handovers")
def remind_of_handovers() -> None:
    handovers.remind_of_handovers()


@shared_task(name="welcome.reminders.remind_of_reviews")
def remind_of_reviews() -> None:
    emergencies.remind_of_reviews()


@shared_task
def remind_of_meetings() -> None:
    meeting_reminders.remind_of_meetings()


@shared_task
def send_digests() -> None:
    digests.send_due()


@shared_task
def remind_of_safeguarding() -> None:
    safeguarding_reviews.remind_of_safeguarding()


@shared_task(name="welcome.sign_in_tasks.answer_reset_requests")
def answer_reset_requests() -> None:
    passwords.answer_requests()


@shared_task(name="welcome.importing.tasks.carry_import")
def carry_import(pk: str) -> None:
    """Work on one list for some seconds, then queue again: others wait in this line."""
    if batches.go_on(UUID(pk)):
        carry_import.delay(pk)


@shared_task(name="welcome.importing.tasks.carry_imports")
def carry_imports() -> None:
    """Go on with lists whose nudge, or whose worker, was lost."""
    for pk in Import.objects.at_work().let_go().values_list("pk", flat=True)[:20]:
        carry_import.delay(str(pk))


@shared_task(name="welcome.importing.tasks.empty_imports")
def empty_imports() -> None:
    for taken in Import.objects.over(timezone.localdate())[:20]:
        imports.let_go(taken, by=User.objects.hand("clock"))
