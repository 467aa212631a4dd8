"""Post, redirect, get: what a form looked for, kept for a short while under a key.

A name must not be in an address, so searches and previews are posted. The answer is a
redirect to an address with a random key, so that Back and Reload work without asking
anyone to send the form again. What was typed stays in this user's own session.
"""

import secrets
import time

from django.http import HttpRequest, HttpResponseRedirect, QueryDict
from django.urls import reverse

#: The name of the key in the address.
KEY = "shown"
#: A search is done with by then. The key leads nowhere afterwards.
_SECONDS = 30 * 60
#: Kept for one user: the last few, so that Back finds the one before.
_AT_MOST = 8
_SESSION = "posted"


def redirect_with_form(
    request: HttpRequest, view: str, *args: object, at: str = ""
) -> HttpResponseRedirect:
    """Redirect to a page that shows the posted form again. `at`: the part to go to."""
    key = secrets.token_urlsafe(9)
    said = request.POST.copy()
    said.pop("csrfmiddlewaretoken", None)
    kept = _fresh(request) | {key: (int(time.time()), said.urlencode())}
    request.session[_SESSION] = dict(list(kept.items())[-_AT_MOST:])
    place = f"#{at}" if at else ""
    return HttpResponseRedirect(f"{reverse(view, args=args)}?{KEY}={key}{place}")


def posted_before(request: HttpRequest) -> QueryDict | None:
    """The form under the key in this address; None without one, or when it is over."""
    found = _fresh(request).get(request.GET.get(KEY, ""))
    return QueryDict(found[1]) if found else None


def has_ended(request: HttpRequest) -> bool:
    """Whether this address names a form that is no longer kept."""
    return KEY in request.GET and posted_before(request) is None


def _fresh(request: HttpRequest) -> dict[str, tuple[int, str]]:
    kept = request.session.get(_SESSION, {})
    since = time.time() - _SECONDS
    return {key: posted for key, posted in kept.items() if posted[0] >= since}
