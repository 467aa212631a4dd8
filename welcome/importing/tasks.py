"""Bells that Celery rings for the teams' own lists. Nothing is decided here."""

from uuid import UUID

from celery import shared_task
from django.utils import timezone

from ..actions import importing
from ..models import Import, User
from . import batches


@shared_task
def carry_import(pk: str) -> None:
    """Some seconds of one list, then the bell again: others wait in this line too."""
    if batches.go_on(UUID(pk)):
        carry_import.delay(pk)


@shared_task
def carry_imports() -> None:
    """Lists that no worker is at: their nudge was lost, or their worker was."""
    for pk in Import.objects.at_work().let_go().values_list("pk", flat=True)[:20]:
        carry_import.delay(str(pk))


@shared_task
def empty_imports() -> None:
    for taken in Import.objects.over(timezone.localdate())[:20]:
        importing.let_go(taken, by=User.objects.hand("clock"))
