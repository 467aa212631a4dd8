"""Bells that Celery rings. Nothing is decided here."""

import time

from celery import shared_task
from django.core.cache import cache

from . import outbox, post


@shared_task
def deliver_outbox() -> None:
    outbox.deliver_due(post.carry)


@shared_task
def beat_heart() -> None:
    """Proof that scheduler, broker and worker are all alive: see /readyz."""
    cache.set("livingwell:heartbeat", time.time(), timeout=None)
