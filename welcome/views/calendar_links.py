"""A worker’s calendar elsewhere: its private link, and the feed that it opens."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from .. import actions
from ..access import rate_limits
from ..access.calendar_links import (
    CALENDARS,
    calendar_link_of,
    calendar_link_with,
)
from ..access.permissions import requires, who
from ..reading.calendar_feed import feed_of
from ..web.cache_headers import not_kept, not_kept_nor_found
from ..web.shown_once import keep_to_show, take_to_show

_NAME = "calendar link"
#: From one address: Outlook asks for everyone's calendar from a few addresses.
_PER_HOUR = 6000


@not_kept
@requires(*CALENDARS)
def calendar_link(request: HttpRequest) -> HttpResponse:
    """Make the link, or a new one. It is shown once, after the redirect."""
    user = who(request)
    if request.method == "POST":
        keep_to_show(request, _NAME, actions.make_calendar_link(user, by=user))
        return redirect("welcome:calendar_link")
    token = take_to_show(request, _NAME)
    path = reverse("welcome:calendar_feed", args=[token]) if token else ""
    context = {
        "link_now": calendar_link_of(user),
        "link": f"{settings.BASE_URL}{path}" if path else "",
    }
    return render(request, "welcome/calendar_links/calendar_link.html", context)


@require_POST
@requires(*CALENDARS)
def turn_off(request: HttpRequest) -> HttpResponse:
    user = who(request)
    actions.end_calendar_link(user, by=user)
    messages.success(request, "Link turned off. It no longer works.")
    return redirect("welcome:calendar_link")


@require_safe
@not_kept_nor_found
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """For a calendar: no session, only the token. A wrong or ended one is a 404."""
    link = calendar_link_with(token)
    if link is None:
        if rate_limits.asking(request, "calendar").count():
            return HttpResponse(status=429)
        raise Http404
    if rate_limits.reading(request, "calendar", per_hour=_PER_HOUR).count():
        return HttpResponse(status=429)
    actions.note_calendar_read(link)
    file = feed_of(link.user, now=timezone.now())
    return HttpResponse(file, content_type="text/calendar; charset=utf-8")
