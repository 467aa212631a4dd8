"""At one's own door: who looked, what happened, other devices, closing and shutting."""

from itertools import groupby
from typing import TypedDict
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from ...actions import private_links
from ...linking import family
from ...models import Look, User
from ...private_links import tokens
from ...web.cache_headers import not_kept_nor_found
from ...web.pagination import page_of
from .guard import Own, at_own_door, find

#: Enough for some weeks; older ones are a page further.
LOOKS_AT_ONCE = 100


@at_own_door
def my_looks(request: HttpRequest, own: Own) -> HttpResponse:
    """Who holds them, and everyone who has opened their record, and why."""
    looks = family.looks_with_workplaces(own.person)
    page = page_of(looks, request, by=("-at", "-pk"), size=LOOKS_AT_ONCE)
    days = [
        (day, _in_one_line(list(rows)))
        for day, rows in groupby(page.rows, lambda look: timezone.localdate(look.at))
    ]
    context = {"own": own, "here_now": "looks", "page": page, "days": days}
    return render(request, "welcome/own_page/my_looks.html", context)


@at_own_door
def my_trail(request: HttpRequest, own: Own) -> HttpResponse:
    """Everything that happened, in plain words, the newest first."""
    rows = family.events_told(own.person)
    page = page_of(rows, request, by=("-at", "-pk"))
    context = {"own": own, "here_now": "trail", "page": page}
    return render(request, "welcome/own_page/my_trail.html", context)


@at_own_door
def my_device(request: HttpRequest, own: Own, pk: int) -> HttpResponse:
    """Yes, that is me as well; or no, keep them out."""
    if request.method == "POST" and "yes" in request.POST:
        device = get_object_or_404(own.link.devices, pk=pk)
        yes = request.POST["yes"] == "yes"
        private_links.let_in(device, own.person, yes=yes)
        messages.success(
            request,
            "This device can now open your page."
            if yes
            else "We’ve kept that device out.",
        )
    return redirect("welcome:my_story", own.token)


@at_own_door
def my_shut(request: HttpRequest, own: Own) -> HttpResponse:
    """This link is not safe any more: shut it for good, everywhere."""
    if request.method == "POST" and "shut" in request.POST:
        private_links.shut_door(own.person, by=User.objects.hand("person"))
        return render(
            request, "welcome/own_page/my_shut.html", {"team": own.person.team}
        )
    return redirect("welcome:my_story", own.token)


@require_POST
@not_kept_nor_found
def my_leave(request: HttpRequest, token: str) -> HttpResponse:
    """Close the page in this browser, and leave nothing of it on the screen."""
    link = find(token)
    if link:
        tokens.forget(request, link)
    return redirect("welcome:front")


class Line(TypedDict):
    """A look, and how often the same one looked for the same reason."""

    look: Look
    times: int


def _in_one_line(looks: list[Look]) -> list[Line]:
    """One line for everyone who looked on a day, with how often."""
    lines: dict[tuple[UUID, str, str], Line] = {}
    for look in looks:
        key = (look.by_id, look.why, look.reason)
        lines.setdefault(key, {"look": look, "times": 0})["times"] += 1
    return list(lines.values())
