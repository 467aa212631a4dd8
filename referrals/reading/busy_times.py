"""When someone is in a meeting of three already: a welcomer, or a partner’s worker."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from ..models import FirstMeeting


def met_with_partners(
    worker: UUID, after: datetime, before: datetime
) -> Iterable[tuple[UUID, datetime]]:
    """The planned ones of a worker between two moments. No name leaves this file."""
    there = Q(welcomer=worker) | Q(worker=worker)
    theirs = FirstMeeting.objects.planned().filter(there)
    return theirs.filter(at__gt=after, at__lt=before).values_list("pk", "at")
