"""Bells that Celery rings. Nothing is decided here."""

from celery import shared_task

from . import meetings_near, watching
from .dashboards import rollups


@shared_task
def count_up() -> None:
    rollups.count_up()


@shared_task
def watch_clocks() -> None:
    watching.watch()


@shared_task
def remind_of_meetings() -> None:
    meetings_near.remind()
