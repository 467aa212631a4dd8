"""`manage.py encrypt_second_factors`: bring stored secrets under the newest key."""

import json
import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand

from welcome.access import key_rotation

_HELP = """Encrypts the secrets of second factors with the first of SECOND_FACTOR_KEYS.

Run it after an upgrade from a version that stored them in plain text, and after a new
key was put in front of SECOND_FACTOR_KEYS. When it has ended with 0, older keys can be
removed. People can sign in while it runs. Running it again changes nothing.

Exit codes: 0 everything is under the newest key, 1 some secrets are not."""


class Command(BaseCommand):
    help = _HELP

    def create_parser(self, *args: Any, **kwargs: Any) -> Any:
        kwargs["formatter_class"] = RawDescriptionHelpFormatter
        return super().create_parser(*args, **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--json", action="store_true", help="answer in JSON")
        parser.add_argument("--dry-run", action="store_true", help="only count")

    def handle(self, *args: Any, **options: Any) -> None:
        only_look = options["dry_run"]
        count = key_rotation.encrypt_all(only_look=only_look)
        if options["json"]:
            self.stdout.write(json.dumps(asdict(count) | {"dry_run": only_look}))
        else:
            self._say(count, "would be encrypted" if only_look else "encrypted")
        if count.unreadable or (only_look and count.encrypted):
            sys.exit(1)

    def _say(self, count: key_rotation.Count, done: str) -> None:
        self.stdout.write(f"{count.rows} with secrets, {count.encrypted} {done}.")
        if count.unreadable:
            self.stderr.write(
                f"{count.unreadable} cannot be decrypted with any key in "
                "SECOND_FACTOR_KEYS. Put the key that is missing at the end of it."
            )
