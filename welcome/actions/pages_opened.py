"""Remembering that someone has opened a page: nothing on it is new to them now."""

from django.utils import timezone

from ..models import PageOpened, User
from ..reading.news import forget_counts


def note_opened(page: str, *, by: User) -> None:
    """One statement. It says nothing of any person, so it is no event of the trail."""
    PageOpened.objects.bulk_create(
        [PageOpened(user=by, page=page, opened_at=timezone.now())],
        update_conflicts=True,
        update_fields=["opened_at"],
        unique_fields=["user", "page"],
    )
    forget_counts(by)
