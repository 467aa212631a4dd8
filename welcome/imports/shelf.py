"""Where rows lie while a list is brought over, and how long: rows in the database."""

import json

from django.db import connection
from django.db.models import Count, Q
from django.utils import timezone

from ..models import Import, ImportFile, ImportRow, Team
from .columns import FIELDS, tidy

_COPY = """
COPY welcome_importrow (
    of_id, number, cells, key, marks, verdict, why, choice, outcome
) FROM STDIN
"""
_AT_ONCE = 5_000


def put(taken: Import, rows: list[tuple[int, list[str]]]) -> None:
    """Keep every row as it came. Some thousand at once, so that none waits long."""
    with connection.cursor() as cursor:
        for start in range(0, len(rows), _AT_ONCE):
            with cursor.copy(_COPY) as copy:
                for number, cells in rows[start : start + _AT_ONCE]:
                    words = json.dumps(cells)
                    copy.write_row((taken.pk, number, words, "", "{}", *[""] * 4))


def put_again(taken: Import, rows: list[tuple[int, list[str]]]) -> None:
    """These instead of what an earlier reading of the same file gave."""
    taken.rows.all().delete()
    put(taken, rows)


def forget_file(taken: Import) -> None:
    """The file itself, and what was shown of it: its rows are all that is needed."""
    ImportFile.objects.filter(of=taken).delete()
    Import.objects.filter(pk=taken.pk).update(offered={})


def remembered(team: Team) -> dict[str, str]:
    """What this team said its headings are, the last time each was seen."""
    said: dict[str, str] = {}
    named = team.imports.exclude(state="columns").order_by("-made_at")
    for headings, codes in named.values_list("headings", "columns")[:10]:
        for heading, code in zip(headings, codes, strict=False):
            said.setdefault(tidy(heading), code if code in FIELDS else "")
    return said


def not_mapped(taken: Import) -> list[str]:
    """The headings of columns that are not brought over. Said, never lost silently."""
    pairs = zip(taken.headings, taken.columns, strict=False)
    return [heading for heading, code in pairs if not code]


def empty(taken: Import) -> None:
    """Nothing of what stood in the file stays; what became of each row does."""
    for start in range(0, taken.last_row + 1, _AT_ONCE):
        some = taken.rows.filter(number__gt=start, number__lte=start + _AT_ONCE)
        some.exclude(cells=[]).update(cells=[], marks=[], why="No longer kept")
    forget_file(taken)
    name = f"List of {taken.made_at:%-d %B %Y}"
    Import.objects.filter(pk=taken.pk).update(emptied_at=timezone.now(), file_name=name)


def counts(taken: Import) -> dict[str, int]:
    """How many rows are what, in one question of the database."""
    rows = ImportRow.objects.filter(of=taken)
    left = Q(verdict="choose", outcome="")
    return rows.aggregate(
        new=Count("pk", filter=Q(verdict="new")),
        here=Count("pk", filter=Q(verdict="here")),
        bad=Count("pk", filter=Q(verdict="bad")),
        aside=Count("pk", filter=Q(verdict="aside")),
        choose=Count("pk", filter=Q(verdict="choose")),
        undecided=Count("pk", filter=left & Q(choice="")),
        left=Count("pk", filter=left & Q(choice="leave")),
        made=Count("pk", filter=Q(outcome="made")),
        same=Count("pk", filter=Q(outcome="same")),
        to_make=Count(
            "pk", filter=Q(verdict="new", outcome="") | left & Q(choice="new")
        ),
        to_know=Count("pk", filter=left & Q(choice="same")),
    )
