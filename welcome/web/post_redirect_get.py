"""Post, redirect, get: what a form looked for, kept for a short while under a key.

A name must not be in an address, so searches and previews are posted. The answer is a
redirect to an address with a random key, so that Back and Reload work without asking
anyone to send the form again.

Each form is kept in a row of its own, beside the user's session and not in it. A
session is written whole: of two requests at once, the later would undo what the
other kept.
"""

import re
from datetime import timedelta

from django.http import HttpRequest, HttpResponseRedirect, QueryDict
from django.urls import reverse

#: The name of the key in the address.
KEY = "shown"
#: A search is done with by then. The key leads nowhere afterwards.
_KEPT = timedelta(minutes=30)
_A_KEY = re.compile("[a-z0-9]{32}")


def redirect_with_form(
    request: HttpRequest, view: str, *args: object, at: str = ""
) -> HttpResponseRedirect:
    """Redirect to a page that shows the posted form again. `at`: the part to go to."""
    said = request.POST.copy()
    said.pop("csrfmiddlewaretoken", None)
    row = type(request.session)()
    row.set_expiry(_KEPT)
    row["said"], row["by"] = said.urlencode(), _whose(request)
    row.create()
    place = f"#{at}" if at else ""
    return HttpResponseRedirect(
        f"{reverse(view, args=args)}?{KEY}={row.session_key}{place}"
    )


def posted_before(request: HttpRequest) -> QueryDict | None:
    """The form under the key in this address; None without one, or when it is over."""
    key = request.GET.get(KEY, "")
    row = type(request.session)(key) if _A_KEY.fullmatch(key) else {}
    return QueryDict(row["said"]) if row.get("by") == _whose(request) else None


def has_ended(request: HttpRequest) -> bool:
    """Whether this address names a form that is no longer kept."""
    return KEY in request.GET and posted_before(request) is None


def _whose(request: HttpRequest) -> str:
    return str(request.user.pk)
