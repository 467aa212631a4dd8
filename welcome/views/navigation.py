"""What every page knows: the site and its words, the crisis lines, where one may go."""

from collections.abc import Callable
from functools import cache, partial
from typing import TypedDict

from django.conf import settings
from django.db import Error
from django.http import HttpRequest
from django.urls import reverse

from ..access.permissions import May, may
from ..access.workplaces import workplace_of
from ..models import Site, User
from ..reading.bounded_counts import in_figures
from ..reading.crisis_lines import lines_for
from ..reading.news import new_on_pages
from ..registries import navigation


class Place(TypedDict):
    """An entry of the navigation, and whether this page is in it.

    `news` asks how much is new there: only where a page shows its navigation.
    """

    label: str
    url: str
    current: bool
    news: Callable[[], str]


def house(request: HttpRequest) -> dict[str, object]:
    """Context for `base.html`. Stays true, if bare, when the database is away."""
    try:
        return _full(request)
    except Error:
        return _bare()


#: Shown on the sign-in page of a demo; the password is told only where it is started.
DEMO_SIGN_INS = [
    ("welcomer@example.org", "listens at a Welcome Team in Edinburgh"),
    ("lead@example.org", "leads that team"),
    ("other-lead@example.org", "leads another team in Edinburgh"),
    ("partner@example.org", "works at Harbour Money Advice"),
    ("other-partner@example.org", "works at another partner"),
    ("commissioner@example.org", "reads Edinburgh’s numbers"),
    ("editor@example.org", "edits storybooks"),
    ("privacy@example.org", "looks at what was opened in an emergency"),
    ("safeguarding@example.org", "looks after safeguarding concerns in Edinburgh"),
    ("admin@example.org", "looks after accounts, sites and partners"),
]


def _bare() -> dict[str, object]:
    return {
        "here": None,
        "ring": [],
        "crisis_lines": lines_for(""),
        "places": [],
        "where": "",
        "demo": settings.DEMO,
        "demo_sign_ins": DEMO_SIGN_INS if settings.DEMO else [],
    }


def _full(request: HttpRequest) -> dict[str, object]:
    user = getattr(request, "user", None)
    user = user if isinstance(user, User) else None
    asked: Site | None = getattr(request, "here", None)
    site = asked or (user.site if user else None)
    return _bare() | {
        "here": site,
        "ring": [site] if site else Site.objects.exclude(phone=""),
        "crisis_lines": lines_for(site.nation if site else ""),
        "places": _places(request, user) if user else _public_places(request),
        "shortcuts_off": bool(user and not user.uses_shortcuts),
        "where": workplace_of(user) if user else "A front door for when life is hard",
    }


def _places(request: HttpRequest, user: User) -> list[Place]:
    """The three or four places that this user has, and which one this is."""
    mine = [
        (entry.label, entry.url_name)
        for entry in navigation.entries()
        if any(may(user, May(code)) for code in (entry.permission, *entry.or_with))
    ]
    new = _news(user, [name for _, name in mine])
    mine.append(("Storybooks", "storybooks:shelf"))
    words = {"Huddle": user.site.huddle_word} if user.site else {}
    places = [
        _place(request, words.get(at, at), name, partial(new, name))
        for at, name in mine
    ]
    nearest = max((p["url"] for p in places if p["current"]), key=len, default="")
    return [{**place, "current": place["url"] == nearest} for place in places]


def _public_places(request: HttpRequest) -> list[Place]:
    return [_place(request, "Storybooks", "storybooks:shelf", str)]


def _place(
    request: HttpRequest, label: str, name: str, news: Callable[[], str]
) -> Place:
    url = reverse(name)
    current = request.path.startswith(url)
    return {"label": label, "url": url, "current": current, "news": news}


def _news(user: User, pages: list[str]) -> Callable[[str], str]:
    """How much is new on a page, in figures; asked once, when the first is shown."""

    @cache
    def all_pages() -> dict[str, int]:
        try:
            return new_on_pages(user, pages)
        except Error:  # a page that says what went wrong needs no figures
            return {}

    def on_page(name: str) -> str:
        count = all_pages().get(name, 0)
        return in_figures(count) if count else ""

    return on_page
