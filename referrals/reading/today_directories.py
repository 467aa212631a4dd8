"""What Today says of directories: one that has lost many services at once."""

from django.db.models import QuerySet
from django.urls import reverse

from welcome.access.permissions import May
from welcome.models import User
from welcome.reading.due_words import since
from welcome.registries.today_items import Group, Item, Kind, Step

from ..models import DirectoryRound


def _waiting(user: User) -> QuerySet[DirectoryRound]:
    rounds = DirectoryRound.objects.visible_to(user).waiting()
    return rounds.select_related("feed")


def _shrunk(row: DirectoryRound) -> Item:
    page = reverse("referrals:directory_changes")
    return Item(
        row.feed.host,
        page,
        since(row.read_at),
        row.read_at,
        Step("Say whether they are gone", page),
        words=f"{len(row.missing)} of its services were missing, more than half.",
        tone="soon",
    )


KIND = Kind(
    "directories-shrunk", "Directories with many services missing", Group.TODAY, 95,
    _waiting, ("read_at", "pk"), _shrunk, permission=May.KEEP_DIRECTORY,
)  # fmt: skip
