"""Bells that Celery rings. Nothing is decided here."""

from celery import shared_task

from . import watching
from .dashboards import rollups


@shared_task
def count_up() -> None:
    rollups.count_up()


@shared_task
def watch_clocks() -> None:
    watching.watch()
