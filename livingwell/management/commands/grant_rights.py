"""Give the role of web and worker its rights. Run as the owner, after `migrate`."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connection, transaction

from livingwell.database import rights


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("role", help="the role of web and worker")

    def handle(self, *args: Any, role: str, **options: Any) -> None:
        with transaction.atomic(), connection.cursor() as cursor:
            rights.grant(cursor, role, settings.APPEND_ONLY_TABLES)
        self.stdout.write(f"{role} can work, and can’t rewrite the audit log.")
