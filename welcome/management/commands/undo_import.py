"""`manage.py undo_import ID`: undo an import that is too long for a page."""

from argparse import ArgumentParser
from typing import Any
from uuid import UUID

from django.core.management.base import BaseCommand, CommandError

from welcome.actions import import_undoing
from welcome.imports.untouched import made_by
from welcome.models import Import
from welcome.refusals import Refused


class Command(BaseCommand):
    help = """Undoes an import, as its page does, however many people it made.

Everyone the list made is removed, if no one has worked with one of their records.
The audit trail names the lead who ran the import. Exit codes: 0 undone, 2 refused."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("id", type=UUID, help="the import, as in its address")

    def handle(self, *args: Any, **options: Any) -> None:
        lists = Import.objects.select_related("team__site", "moved_by")
        taken = lists.filter(pk=options["id"]).first()
        if taken is None:
            raise CommandError("There is no import with this id.", returncode=2)
        count = made_by(taken).count()
        try:
            import_undoing.undo(taken, by=taken.moved_by, at_most=None)
        except Refused as problem:
            raise CommandError(str(problem), returncode=2) from problem
        self.stdout.write(f"{count} removed. The same file can be imported again.")
