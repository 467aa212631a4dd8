"""What came of one reading of a directory: for the command, and for the page."""

from collections import Counter
from uuid import UUID

from django.utils import timezone

from welcome.models import Site

from ..actions.directory_rounds import keep_round
from ..actions.service_imports import SAME, Brought
from ..models import DirectoryChange, DirectoryFeed, Offer

_WORDS = ["new", "changed", "same", "repaired", "refused", "gone"]
Kind = DirectoryChange.Kind


class Report:
    """`lines` are the command's, `changes` are the page's, `count` is both's."""

    def __init__(self, feed: DirectoryFeed) -> None:
        self.feed = feed
        self.lines: list[str] = []
        self.changes: list[DirectoryChange] = []
        self.count: Counter[str] = Counter()
        self.problem = ""
        self.missing: list[UUID] = []

    def brought(
        self, name: str, offer: UUID | None, found: Brought, site: Site
    ) -> None:
        """A service that was taken. One that is as it was has no line."""
        self.count[found.outcome] += 1
        self.count["repaired"] += bool(found.repaired)
        if found.outcome == SAME:
            return
        notes = " ".join([*found.left_out, *found.repaired])
        self._say(f"{name}: {found.outcome}. {notes}")
        self._add(found.outcome, name, site, offer, notes, found.fields)

    def refused(self, name: str, reason: str, site: Site | None) -> None:
        self.count["refused"] += 1
        self._say(f"{name}: refused. {reason}")
        self._add(Kind.REFUSED, name, site, None, reason)

    def gone(self, offer: Offer) -> None:
        self.count["gone"] += 1
        self._say(f"{offer.name}: gone. It is no longer suggested.")
        self._add(Kind.GONE, offer.name, offer.site, offer.pk)

    def shrunk(self, missing: list[UUID], there: int) -> None:
        """So much is missing that a lead is asked first."""
        self.missing = missing
        self.count["missing"] = len(missing)
        self._say(
            f"{len(missing)} of {there} services are missing, more than half. Nothing "
            "was marked as gone: the team’s lead is asked first."
        )

    def stopped(self, problem: str) -> None:
        self.problem = problem
        self.count["stopped"] += 1
        self._say(f"Stopped: {problem} Nothing was marked as gone.")

    def keep(self) -> None:
        """With a line that sums it up."""
        told = ", ".join(f"{self.count[word]} {word}" for word in _WORDS)
        self.lines.append(f"{told}.")
        self.feed.report, self.feed.read_at = "\n".join(self.lines), timezone.now()
        self.feed.save(update_fields=["report", "read_at"])
        keep_round(
            self.feed,
            count=self.count,
            changes=self.changes,
            problem=self.problem,
            missing=self.missing,
        )

    def _say(self, line: str) -> None:
        self.lines.append(_printable(line))

    def _add(
        self, kind: str, name: str, site: Site | None, offer: UUID | None,
        words: str = "", fields: list[str] | None = None,
    ) -> None:  # fmt: skip
        self.changes.append(
            DirectoryChange(
                kind=kind, name=name[:120], site=site, offer_id=offer,
                words=_printable(words), fields=fields or [],
            )
        )  # fmt: skip


def _printable(words: str) -> str:
    """A feed may hold characters that would command a terminal."""
    return "".join(sign if sign.isprintable() else "?" for sign in words).strip()
