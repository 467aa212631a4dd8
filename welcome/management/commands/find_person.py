"""Who may be this person? Ranked answers for scripts: `--json "{…}"` or `--csv FILE`.

Keys and columns: name, known_as, formal_name, born, phone, postcode, identifier, email.
Answers on stdout; wrong input gives a sentence on stderr and exit code 2.
"""

import csv
import json
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from welcome.finding.newcomers import Unclear, newcomer_from
from welcome.finding.possible_duplicates import Twin, likely_same
from welcome.imports import reading
from welcome.imports.strict_rows import what_is_wrong
from welcome.models import Site


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--json", help="one person, as a JSON object")
        what.add_argument("--csv", help="a file of many, or - for stdin")
        parser.add_argument("--site", help="the site's slug, if there are several")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            site = _site(options["site"])
            if options["json"] is not None:
                self._one(site, options["json"])
            else:
                self._many(site, options["csv"])
        except (Unclear, OSError) as unclear:
            raise CommandError(str(unclear), returncode=2) from unclear

    def _one(self, site: Site, text: str) -> None:
        try:
            said = json.loads(text)
        except ValueError as wrong:
            raise Unclear(f"This is not JSON: {wrong}") from wrong
        found = likely_same(newcomer_from(said, site))
        self.stdout.write(json.dumps([_answer(twin) for twin in found], indent=1))

    def _many(self, site: Site, path: str) -> None:
        """One line for each match, with the row it answers; rows begin at 1."""
        rows = _rows(path)
        newcomers = [
            newcomer_from(row, site, where=f"Row {n}: ")
            for n, row in enumerate(rows, 1)
        ]
        out = csv.writer(self.stdout, lineterminator="\n")
        out.writerow(["row", "rank", "id", "score", "strong", "why"])
        for n, newcomer in enumerate(newcomers, 1):
            for rank, twin in enumerate(likely_same(newcomer), 1):
                said = _answer(twin)
                why = "; ".join(twin.why)
                out.writerow([n, rank, said["id"], twin.score, twin.is_strong, why])


def _rows(path: str) -> list[dict[str, str]]:
    """Each row under its headings, read as strictly as a list that makes records."""
    content = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    try:
        sheet = reading.read(content)
    except reading.Unreadable as wrong:
        raise Unclear(str(wrong)) from wrong
    for line, cells in sheet.rows:
        if problem := what_is_wrong(cells, len(sheet.headings)):
            raise Unclear(f"Line {line}: {problem}")
    return [dict(zip(sheet.headings, cells, strict=True)) for _, cells in sheet.rows]


def _site(slug: str | None) -> Site:
    sites = list(Site.objects.filter(slug=slug) if slug else Site.objects.all()[:2])
    if len(sites) == 1:
        return sites[0]
    known = ", ".join(Site.objects.order_by("slug").values_list("slug", flat=True))
    raise Unclear(f"Say which site with --site: {known or 'there is none yet'}.")


def _answer(twin: Twin) -> dict[str, object]:
    return {
        "id": str(twin.person.pk),
        "reference": twin.person.reference,
        "score": twin.score,
        "strong": twin.is_strong,
        "why": twin.why,
    }
