"""`manage.py import_people FILE`: bring over a team's own list, here and now."""

import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from welcome.actions import import_files, imports
from welcome.audit.looks import record_looks
from welcome.import_runs import batches
from welcome.imports import columns, date_columns, handing_back, shelf
from welcome.imports.file_choices import FileChoices, Offered
from welcome.imports.letters import WAYS
from welcome.imports.tables import Heading
from welcome.models import Import, Look, Membership, Role, Team, User
from welcome.refusals import Refused

_HELP = """Imports people from a team's own list, as the page does.

It never imports rows that may be someone we know: they are returned in the file of
--bad-rows, and wait for a choice on the page. Importing the same list again creates
no one new.

Exit codes: 0 all imported, 1 some returned, 2 not started."""


class Command(BaseCommand):
    help = _HELP

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--team", default="", help="its name, or its id")
        parser.add_argument("--by", default="", help="e-mail of the lead who asks")
        parser.add_argument(
            "--map",
            action="append",
            default=[],
            metavar="HEADING=FIELD",
            help=f"what a column is: {', '.join(columns.FIELDS)}, or nothing",
        )
        parser.add_argument("--sheet", default="", help="the name of the sheet")
        parser.add_argument(
            "--headings", type=int, help="the row with the headings; 0 if none has"
        )
        parser.add_argument(
            "--letters", default="", choices=["", *WAYS], help="how letters were saved"
        )
        parser.add_argument(
            "--dry-run", action="store_true", help="only check, import no one"
        )
        parser.add_argument("--bad-rows", type=Path, metavar="OUT.csv")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            taken = self._take(
                options["team"],
                options["by"],
                options["file"],
                options["map"],
                _choices(options["sheet"], options["letters"], options["headings"]),
            )
        except Refused as problem:
            raise CommandError(str(problem), returncode=2) from problem
        self._work(taken)
        if options["dry_run"]:
            self._say_rows(taken)
        elif taken.rows.to_bring().exists():
            self._work(imports.run(taken, seen=taken.seen, by=taken.made_by))
        found = self._report(taken, options["bad_rows"])
        if options["dry_run"]:
            imports.put_aside(taken, by=taken.made_by)
        if found["bad"] + found["undecided"]:
            sys.exit(1)

    def _table(self, taken: Import, choices: FileChoices) -> Import:
        """Read as was said. What no one can guess must be said."""
        if choices != FileChoices():
            taken = import_files.choose_table(taken, by=taken.made_by, choices=choices)
        self._work(taken)
        if taken.problem:
            raise Refused(taken.problem)
        offered = Offered.of(taken.offered)
        if offered.letters and not choices.letters:
            ways = "; ".join(f"{way} ({words})" for way, words in offered.letters)
            raise Refused(f"Say with --letters which of these is spelt right: {ways}.")
        if taken.state == Import.State.TABLE:
            guessed = FileChoices(choices.sheet, choices.letters, offered.heading)
            taken = import_files.choose_table(taken, by=taken.made_by, choices=guessed)
            self._work(taken)
            self.stdout.write(f"The headings are in row {offered.heading.row}.")
        return taken

    def _take(
        self, slug: str, email: str, file: Path, mapped: list[str], choices: FileChoices
    ) -> Import:
        team = _team(slug)
        by = _lead(team, email)
        try:
            content = file.read_bytes()
        except OSError as problem:
            raise Refused(f"We can’t read the file: {problem.strerror}.") from problem
        taken = import_files.take_file(content, by=by, team=team, file_name=file.name)
        taken = self._table(taken, choices)
        codes = _mapped(taken, mapped)
        self.stdout.write(f"{taken.size} rows for the {team}.")
        for heading, code in zip(taken.headings, codes, strict=True):
            said = columns.FIELDS[code] if code else "not imported"
            self.stdout.write(f"  {heading}: {said}")
        return imports.name_columns(
            taken, by=by, codes=codes, month_first=date_columns.certain(taken)
        )

    def _work(self, taken: Import) -> None:
        """In the foreground, by the same code as the worker's."""
        doing = taken.get_state_display()
        is_terminal = self.stderr.isatty() if hasattr(self.stderr, "isatty") else False

        def say(now: Import) -> None:
            if is_terminal and now.is_busy:
                line = f"\r{doing}: row {now.at_row} of {now.last_row}"
                self.stderr.write(line, ending="")

        while taken.is_busy:
            if not batches.go_on(taken.pk, seconds=60, say=say):
                batches.wait_a_moment()
            taken.refresh_from_db()
        self.stderr.write("" if not is_terminal else "\n", ending="")

    def _say_rows(self, taken: Import) -> None:
        """Row by row what would happen; by number, without anyone's name."""
        for row in taken.rows.select_related("twin").order_by("number").iterator():
            words = f"{row.get_verdict_display()}. {handing_back.reason_of(row)}"
            self.stdout.write(f"Row {row.number}: {words.strip()}")

    def _report(self, taken: Import, bad_rows: Path | None) -> dict[str, int]:
        found = shelf.counts(taken)
        self.stdout.write(
            f"{found['made']} imported, {found['here']} already here, "
            f"{found['undecided']} may be someone we know, {found['bad']} bad."
        )
        if missing := shelf.not_mapped(taken):
            self.stdout.write(f"Columns not imported: {', '.join(missing)}.")
        _write_looks(taken)
        if bad_rows:
            bad_rows.touch(mode=0o600)
            with bad_rows.open("w", newline="", encoding="utf-8") as out:
                count = handing_back.write_csv(taken, out)
            self.stdout.write(f"{count} rows with reasons are in {bad_rows}.")
        return found


def _write_looks(taken: Import) -> None:
    """Reading that a row may be another team's person counts as a look."""
    rows = taken.rows.undecided().exclude(twin=None).exclude(twin__team=taken.team)
    twins = rows.values_list("twin", flat=True).distinct()
    record_looks(twins, by=taken.made_by, why=Look.Why.TWIN)


def _team(asked: str) -> Team:
    teams = Team.objects.select_related("site")
    found = [t for t in teams if asked in ("", t.name, str(t.pk))]
    if len(found) == 1:
        return found[0]
    names = "; ".join(f"{t.name} ({t.site}), {t.pk}" for t in found or teams)
    raise Refused(f"Say with --team whose list it is, by its name or id: {names}.")


def _lead(team: Team, email: str) -> User:
    """Who acts: a lead of that team, for the trail always names someone."""
    members = Membership.objects.current().filter(team=team, role=Role.LEAD)
    leads = [m.user for m in members.select_related("user") if m.user.is_active]
    found = [user for user in leads if email in ("", user.email)]
    if len(found) == 1:
        return found[0]
    raise Refused("Say with --by which lead of this team asks for it, by e-mail.")


def _mapped(taken: Import, said: list[str]) -> list[str]:
    codes = list(taken.columns)
    for one in said:
        heading, _, code = one.rpartition("=")
        if heading not in taken.headings or (code and code not in columns.FIELDS):
            raise Refused(f"“{one}” names no column of this list, or no field.")
        codes[taken.headings.index(heading)] = code
    return codes


def _choices(sheet: str, letters: str, headings: int | None) -> FileChoices:
    heading = None if headings is None else Heading(headings)
    return FileChoices(sheet, letters, heading)
