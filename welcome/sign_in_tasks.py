"""Celery tasks for signing in; each calls one action."""

from celery import shared_task

from .actions import passwords


@shared_task
def answer_reset_requests() -> None:
    passwords.answer_requests()
