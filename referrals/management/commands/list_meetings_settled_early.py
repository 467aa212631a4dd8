"""`manage.py list_meetings_settled_early`: meetings recorded as over too soon."""

import sys
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from datetime import datetime
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from referrals.models import FirstMeeting
from welcome.models import Meeting

_HELP = """Lists meetings that were recorded as over before their time.

It changes nothing: ask someone who was there how it went. It shows keys and times, and
never who someone met, or where.

Exit codes: 0 none found, 1 at least one found."""


class Command(BaseCommand):
    help = _HELP

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.formatter_class = RawDescriptionHelpFormatter

    def handle(self, *args: Any, **options: Any) -> None:
        found = [_line(_of(ours), ours) for ours in Meeting.objects.settled_early()] + [
            _line(f"Referral {theirs.referral_id}", theirs)
            for theirs in FirstMeeting.objects.settled_early()
        ]
        for line in found:
            self.stdout.write(line)
        self.stdout.write(f"{len(found)} in all. Nothing was changed.")
        if found:
            sys.exit(1)


def _of(ours: Meeting) -> str:
    if ours.introduction_id:
        return f"Introduction {ours.introduction_id}"
    return f"Person {ours.person_id}"


def _line(of: str, meeting: Meeting | FirstMeeting) -> str:
    how, planned, settled = meeting.state, meeting.at, meeting.settled_at
    return f"{of}: planned for {_minute(planned)}, {how} on {_minute(settled)}."


def _minute(moment: datetime | None) -> str:
    return f"{timezone.localtime(moment):%Y-%m-%d %H:%M}"
