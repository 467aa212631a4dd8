"""A worker's private link to their calendar: made, replaced, turned off, read."""

import secrets
from datetime import timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from ..audit import trail
from ..audit.settings_payloads import CalendarLinkMade
from ..models import CalendarLink, User
from ..private_links.tokens import hash_of
from ..refusals import Refused

_TOKEN_BYTES = 32  # 256 bits
#: A calendar asks every few minutes; when it last did is kept to the hour.
_NOTED_EACH = timedelta(hours=1)


@transaction.atomic
def make_calendar_link(user: User, *, by: User) -> str:
    """A new link; an earlier one stops. Returns the token, which is not kept."""
    User.objects.select_for_update().get(pk=user.pk)
    ended = _live(user).update(ended_at=timezone.now())
    token = secrets.token_urlsafe(_TOKEN_BYTES)
    link = CalendarLink.objects.create(user=user, token_hash=hash_of(token))
    detail = CalendarLinkMade(replaces=bool(ended))
    trail.record("calendar_link.made", about=link, by=by, site=user.site, detail=detail)
    return token


@transaction.atomic
def end_calendar_link(user: User, *, by: User) -> CalendarLink:
    """Turn it off. Refused where there is none."""
    link = _live(user).select_for_update().first()
    if link is None:
        raise Refused("This link is already turned off.")
    link.ended_at = timezone.now()
    link.save(update_fields=["ended_at"])
    trail.record("calendar_link.ended", about=link, by=by, site=user.site)
    return link


def note_calendar_read(link: CalendarLink) -> None:
    """So that its owner sees whether something still reads it."""
    now = timezone.now()
    long_ago = Q(last_read_at=None) | Q(last_read_at__lt=now - _NOTED_EACH)
    CalendarLink.objects.filter(long_ago, pk=link.pk).update(last_read_at=now)


def _live(user: User) -> QuerySet[CalendarLink]:
    return CalendarLink.objects.filter(user=user, ended_at=None)
