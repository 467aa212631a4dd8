"""`manage.py count_up`: bring the dashboards' counts up to date, now."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from referrals.dashboards import rollups


class Command(BaseCommand):
    help = "Counts the last two months, and any month never counted, for the numbers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--all", action="store_true", help="count the whole history again"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        rows = rollups.count_up(whole_history=options["all"])
        self.stdout.write(f"Counted: {rows} rows.")
