"""`manage.py import_services FILE`: import another directory."""

import sys
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from referrals.actions.service_imports import CHANGED, Brought, bring_service
from referrals.models import DirectoryFeed
from referrals.open_referral.belonging import site_of
from referrals.open_referral.reading import name_of
from referrals.open_referral.service_pages import Unreadable, services_in
from referrals.reminders import directories
from welcome.models import Site, User
from welcome.refusals import Refused

_HELP = """Imports services of Open Referral UK as offers of partners at a site.

The file is JSON in UTF-8: one service, a list of them, or a page of a feed. A service
is recognised by its UUID, so importing the same file again changes nothing. The import
never changes who an offer takes or whether there is room.

Exit codes: 0 all imported, 1 some refused or the file could not be read."""
_WORDS = {"new": "new", "changed": "changed", "same": "the same as before"}


class Command(BaseCommand):
    help = _HELP

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.json", nargs="?")
        parser.add_argument(
            "--report", action="store_true", help="say what came of each feed"
        )
        parser.add_argument("--url", help="read a whole feed from its list of services")
        parser.add_argument(
            "--site",
            metavar="SLUG",
            help="the site they belong to; without it we go by their postcodes",
        )
        parser.add_argument("--dry-run", action="store_true", help="change nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        site = _site(options["site"]) if options["site"] else None
        if options["report"]:
            self._report()
        elif options["url"] and (options["file"] or options["dry_run"]):
            raise CommandError("--url goes with --site alone.")
        elif options["url"]:
            self._read_feed(site, options["url"])
        elif options["file"]:
            self._read_file(site, options["file"], only_look=options["dry_run"])
        else:
            raise CommandError("Name a file, or a feed with --url.")

    def _read_file(self, site: Site | None, file: Path, *, only_look: bool) -> None:
        seen: set[str] = set()
        count: Counter[str] = Counter()
        for number, told in enumerate(_services(file), 1):
            line = f"{number}. {name_of(told)}"
            try:
                _only_once(told, seen)
                here = site or site_of(told)
                found = bring_service(told, by=_hand(), site=here, only_look=only_look)
            except Refused as reason:
                self.stdout.write(f"{line}: refused. {reason}")
                count["refused"] += 1
            else:
                self._say(line, found)
                count[found.outcome] += 1
                count["repaired"] += bool(found.repaired)
        self._sum_up(count, only_look)
        if count["refused"]:
            sys.exit(1)

    def _report(self) -> None:
        for feed in DirectoryFeed.objects.order_by("url"):
            when = f"{feed.read_at:%-d %B %Y, %H:%M} UTC" if feed.read_at else "never"
            self.stdout.write(f"{feed}, read: {when}")
            self.stdout.write(feed.report)

    def _read_feed(self, site: Site | None, url: str) -> None:
        told = directories.Round(directories.feed_of(url, site)).read()
        self.stdout.write("\n".join(told.lines))
        if any(told.count[word] for word in ("refused", "stopped", "missing")):
            sys.exit(1)

    def _say(self, line: str, found: Brought) -> None:
        changed = f" ({', '.join(found.fields)})" if found.outcome == CHANGED else ""
        self.stdout.write(f"{line}: {_WORDS[found.outcome]}{changed}.")
        for sentence in found.left_out:
            self.stdout.write(f"   {_printable(sentence)}")
        for sentence in found.repaired:
            self.stdout.write(f"   Repaired: {_printable(sentence)}")

    def _sum_up(self, count: Counter[str], only_look: bool) -> None:
        self.stdout.write(
            f"{count['new']} new, {count['changed']} changed, "
            f"{count['same']} the same, {count['refused']} refused. "
            f"{count['repaired']} repaired."
        )
        if only_look:
            self.stdout.write("This was a dry run: nothing was changed.")
        elif not count["new"] + count["changed"]:
            self.stdout.write("Nothing was changed.")


def _site(slug: str) -> Site:
    known = {site.slug: site for site in Site.objects.all()}
    if slug in known:
        return known[slug]
    raise CommandError(f"There is no site “{slug}”. Use one of: {', '.join(known)}.")


def _services(file: Path) -> list[Any]:
    try:
        return services_in(file.read_bytes())
    except OSError as problem:
        raise CommandError(f"The file cannot be read: {problem.strerror}.") from problem
    except Unreadable as problem:
        raise CommandError(str(problem)) from problem


def _printable(words: str) -> str:
    """A file may hold signs that would command a terminal."""
    return "".join(sign if sign.isprintable() else "?" for sign in words)


def _hand() -> User:
    """Nobody is signed in at a command: the trail names the hand of the house."""
    return User.objects.hand("clock")


def _only_once(told: Any, seen: set[str]) -> None:
    """Two of one id in a file would change each other for ever."""
    pk = str(told.get("id")).lower() if isinstance(told, dict) else ""
    if pk in seen:
        raise Refused("It is in this file twice. We imported only the first.")
    seen.update({pk} - {"", "none"})
