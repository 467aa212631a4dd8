"""The morning's e-mail: chosen by each user, sent once on each working day."""

from datetime import date

from django.db import transaction
from django.urls import reverse

from ..audit import trail
from ..audit.payloads import DigestChosen, DigestSent
from ..models import Digest, User


@transaction.atomic
def choose_digest(user: User, *, by: User, wants_digest: bool) -> User:
    """Whether they get it. Does nothing where it is so already."""
    changed = User.objects.filter(pk=user.pk, wants_digest=not wants_digest)
    if changed.update(wants_digest=wants_digest):
        codes = DigestChosen(wanted=wants_digest)
        trail.record("digest.chosen", about=user, by=by, site=user.site, detail=codes)
    return user


@transaction.atomic
def send_digest(user: User, *, by: User, day: date, counts: DigestSent) -> bool:
    """Put it in the outbox, unless this day's was made. Nothing is sent about nothing.

    The row of the day is unique, so a schedule that runs twice at once sends it once.
    """
    _, is_new = Digest.objects.get_or_create(user=user, day=day)
    if not is_new or not any(counts.values()):
        return False
    event = trail.record(
        "digest.sent", about=user, by=by, site=user.site, detail=counts
    )
    path = reverse("welcome:today")
    trail.tell(event, to=[user.email], template="digest", path=path)
    return True
