"""`manage.py load_demo`: fill an empty database with made-up people, once."""

import time
from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand
from django.utils import timezone

from demo.loading import SEED, is_loaded, load


class Command(BaseCommand):
    help = "Loads seven sites with made-up people. Does nothing where they are already."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--seed", default=SEED, help="other people for another")
        parser.add_argument(
            "--today", type=date.fromisoformat, help="the day on which it all stops"
        )
        parser.add_argument("--share", type=float, default=1.0, help="0.1: a tenth")

    def handle(self, *args: Any, **options: Any) -> None:
        if is_loaded():
            self.stdout.write("The demo is here already: nothing was changed.")
            return
        began = time.monotonic()
        today = options["today"] or timezone.localdate()
        rows = load(today, seed=options["seed"], share=options["share"])
        if "count_up" in get_commands():
            call_command("count_up", "--all", stdout=self.stdout)
        seconds = time.monotonic() - began
        self.stdout.write(f"Loaded {rows} rows in {seconds:.1f} seconds.")
