"""Whose calendar a private link opens: found by the hash of its token alone."""

from ..models import CalendarLink, User
from ..private_links.tokens import hash_of
from .permissions import May, may

#: Each of these permissions gives a calendar.
CALENDARS = (May.WELCOME_PEOPLE, May.ANSWER_REFERRALS)


def has_calendar(user: User) -> bool:
    return any(may(user, permission) for permission in CALENDARS)


def calendar_link_with(token: str) -> CalendarLink | None:
    """The live link of an active user, or None.

    The database compares hashes, so how long it takes tells nothing about a token.
    """
    links = CalendarLink.objects.live().select_related("user")
    return links.filter(token_hash=hash_of(token)).first()


def calendar_link_of(user: User) -> CalendarLink | None:
    """The one of this user that works now."""
    return CalendarLink.objects.live().filter(user=user).first()
