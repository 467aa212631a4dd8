"""Bells that Celery rings. Nothing is decided here."""

from celery import shared_task

from .dashboards import rollups


@shared_task
def count_up() -> None:
    rollups.count_up()
