"""`manage.py list_uncleaned_text`: what is stored already and should be put right."""

import json
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand

from welcome.finding.uncleaned_text import uncleaned

_HELP = """Lists names, phones, e-mail addresses, numbers and postcodes that were stored
before text was cleaned: with signs that cannot be seen, with figures of another script,
or with two numbers in one box.

It changes nothing: a person puts each right on its page. It shows references and names
of fields, and never what is stored there.

Ends with 0 when there is nothing to put right, 1 when there is something."""


class Command(BaseCommand):
    help = _HELP

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter
        parser.add_argument("--json", action="store_true", help="a list of objects")

    def handle(self, *args: Any, **options: Any) -> None:
        found = list(uncleaned())
        if options["json"]:
            self.stdout.write(json.dumps([asdict(each) for each in found], indent=1))
        else:
            for each in found:
                self.stdout.write(f"{each.record}: {each.field} {each.why}.")
            self.stdout.write(f"{len(found)} to put right. Nothing was changed.")
        if found:
            sys.exit(1)
