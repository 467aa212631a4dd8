"""Bells that Celery rings. Nothing is decided here."""

from celery import shared_task

from . import actions


@shared_task
def keep_consent() -> None:
    actions.keep_consent()
