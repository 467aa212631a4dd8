"""One answer for many rows of an imported list that may be someone we know."""

from collections.abc import Collection

from django.db import transaction

from ..models import Import, ImportRow, User
from .imports import choose


@transaction.atomic
def choose_for_all(
    taken: Import, *, by: User, seen: str, rows: Collection[int], choice: str
) -> dict[int, str]:
    """The same for each of these rows; returns what was chosen for whom.

    A row that may be the same as an earlier row cannot be the same as a person yet:
    it is passed over then.
    """
    here = ImportRow.objects.visible_to(by).filter(of=taken, number__in=rows)
    if choice == ImportRow.Choice.SAME:
        here = here.exclude(twin=None)
    choices = dict.fromkeys(here.values_list("number", flat=True), choice)
    choose(taken, by=by, seen=seen, choices=choices)
    return choices
