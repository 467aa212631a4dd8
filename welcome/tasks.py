"""Bells that Celery rings. Nothing is decided here."""

import time

import redis
from celery import shared_task
from django.conf import settings

from . import keeping_keys, outbox, post, rate_limits


@shared_task
def deliver_outbox() -> None:
    outbox.deliver_due(post.carry)


@shared_task
def keep_findable() -> None:
    keeping_keys.fill()


@shared_task
def forget_old_failures() -> None:
    rate_limits.forget_old()


@shared_task
def beat_heart() -> None:
    """Proof that scheduler, broker and worker are all alive: see /readyz."""
    redis.Redis.from_url(settings.REDIS_URL).set("livingwell:heartbeat", time.time())
