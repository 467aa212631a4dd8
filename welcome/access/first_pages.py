"""Where each begins after signing in, and whether a page they asked for is theirs."""

from urllib.parse import urlsplit

from django.urls import Resolver404, resolve, reverse

from ..models import User
from ..registries.today_items import Kind, kinds
from .permissions import May, may

_FIRST_PAGES = [
    (May.WELCOME_PEOPLE, "welcome:today"),
    (May.ANSWER_REFERRALS, "referrals:inbox"),
    (May.SEE_NUMBERS, "numbers:home"),
    (May.EDIT_STORYBOOKS, "storybooks:desk"),
    (May.REVIEW_EMERGENCIES, "welcome:privacy"),
    (May.LEAD_SAFEGUARDING, "welcome:safeguarding"),
]


def first_page(user: User) -> str | None:
    """The URL name of this user's own page; None where they have no role yet."""
    for needed, page in _FIRST_PAGES:
        if may(user, needed):
            return page
    return "admin:index" if user.is_staff else None


def may_open(user: User, url: str) -> bool:
    """Whether this user may open such a page: by its kind, not by whose record it is.

    Of a page behind `requires`, its permissions are asked; of the admin, `is_staff`.
    """
    try:
        found = resolve(urlsplit(url).path)
    except Resolver404:
        return False
    if found.app_name == "admin":
        return user.is_staff
    needed = getattr(found.func, "permissions", ())
    return not needed or any(may(user, permission) for permission in needed)


def page_after_sign_in(user: User, asked: str | None) -> str:
    """The page that was asked for, if it can be theirs; else where they begin."""
    if asked and may_open(user, asked):
        return asked
    return reverse("welcome:home")


def kinds_for(user: User) -> list[Kind]:
    """What Today can show this user."""
    return [kind for kind in kinds() if may(user, May(kind.permission))]
