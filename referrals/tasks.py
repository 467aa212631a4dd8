"""Bells that Celery rings. Nothing is decided here."""

from celery import shared_task

from .actions import discarding
from .dashboards import rollups
from .reminders import (
    answers_due,
    directories,
    meetings_near,
    meetings_tomorrow,
    pauses_over,
)


@shared_task
def count_up() -> None:
    rollups.count_up()


@shared_task
def watch_clocks() -> None:
    answers_due.watch()


@shared_task
def remind_of_meetings() -> None:
    meetings_near.remind()


@shared_task
def text_about_meetings() -> None:
    meetings_tomorrow.remind()


@shared_task
def end_pauses() -> None:
    pauses_over.resume()


@shared_task
def delete_discarded_drafts() -> None:
    discarding.delete_discarded()


@shared_task(soft_time_limit=3300, time_limit=3600)
def read_directories() -> None:
    directories.read_due()
