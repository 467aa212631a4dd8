"""What every page knows: the site and its words, the crisis lines, where one may go."""

from typing import TypedDict

from django.conf import settings
from django.db import Error
from django.http import HttpRequest
from django.urls import reverse

from ..access.permissions import May, may
from ..access.workplaces import workplace_of
from ..models import Site, User
from ..reading.crisis_lines import lines_for
from ..registries import navigation


class Place(TypedDict):
    """An entry of the navigation, and whether this page is in it."""

    label: str
    url: str
    current: bool


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
        "where": workplace_of(user) if user else "A front door for when life is hard",
    }


def _places(request: HttpRequest, user: User) -> list[Place]:
    """The three or four places that this user has, and which one this is."""
    mine = [
        (entry.label, entry.url_name)
        for entry in navigation.entries()
        if may(user, May(entry.permission))
    ]
    mine.append(("Storybooks", "storybooks:shelf"))
    words = {"Huddle": user.site.huddle_word} if user.site else {}
    places = [_place(request, words.get(at, at), name) for at, name in mine]
    nearest = max((p["url"] for p in places if p["current"]), key=len, default="")
    return [{**place, "current": place["url"] == nearest} for place in places]


def _public_places(request: HttpRequest) -> list[Place]:
    return [_place(request, "Storybooks", "storybooks:shelf")]


def _place(request: HttpRequest, label: str, name: str) -> Place:
    url = reverse(name)
    return {"label": label, "url": url, "current": request.path.startswith(url)}
