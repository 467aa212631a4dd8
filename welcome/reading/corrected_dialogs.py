"""DIALOG that was put right: what was answered first, kept in words."""

from django.db.models import QuerySet

from ..models import Dialog, Person
from ..models.dialogs import ITEMS


def put_right(person: Person) -> QuerySet[Dialog]:
    """Those that count no more: see `answers_in_words`."""
    return person.dialogs.exclude(replaced_by=None).select_related("by")


def answers_in_words(dialog: Dialog) -> str:
    """“Job situation 3, friendships 5.”"""
    said = [f"{ITEMS[item]} {n}" for item, n in dialog.answers.items() if n is not None]
    return f"{', '.join(said).capitalize()}."
