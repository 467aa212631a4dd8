"""Pages that no one may keep: what is withdrawn must be gone from every cache."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

View = Callable[..., HttpResponse]


def not_kept(view: View) -> View:
    """No copy in a browser, a proxy or a search engine outlives the page itself."""
    return _with(view, robots="noarchive")


def not_kept_nor_found(view: View) -> View:
    """As above, and no search engine may name the address."""
    return _with(view, robots="noindex, nofollow, noarchive")


def _with(view: View, robots: str) -> View:
    @wraps(view)
    def keeping(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = robots
        return response

    return keeping
