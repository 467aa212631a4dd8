"""Bells that Celery rings for actions, above the outbox's own in `tasks.py`."""

from celery import shared_task

from .actions import emergencies, handovers


@shared_task
def remind_of_handovers() -> None:
    handovers.remind_of_handovers()


@shared_task
def remind_of_reviews() -> None:
    emergencies.remind_of_reviews()
