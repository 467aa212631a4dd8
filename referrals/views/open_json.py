"""Answers for the whole world: only read, never with a cookie, always JSON."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt

from welcome.access import rate_limits

from ..open_referral.asking import Unclear

Feed = Callable[..., dict[str, object]]
#: How long anyone may keep an answer, in seconds.
_KEPT = 300
_PER_HOUR = 6000


class NotThere(Exception):
    """No such thing in the feed."""


def in_the_open(view: Feed) -> Callable[..., JsonResponse]:
    """Decorate a view: GET and HEAD for the whole world, and JSON whatever comes."""

    @csrf_exempt
    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> JsonResponse:
        if request.method not in ("GET", "HEAD"):
            return _no("This feed is read-only: use GET.", 405)
        reading = rate_limits.reading(request, "open-referral", per_hour=_PER_HOUR)
        if reading.count():
            return _no("Too many requests from one address: try again later.", 429)
        try:
            told = view(request, *args, **kwargs)
        except Unclear as problem:
            return _no(str(problem), 400)
        except NotThere:
            return _no("There is nothing at this address.", 404)
        return _answer(told, 200, f"public, max-age={_KEPT}")

    return answered


def _no(sentence: str, status: int) -> JsonResponse:
    answer = _answer({"message": sentence}, status, "no-store")
    if status == 405:
        answer["Allow"] = "GET, HEAD"
    return answer


def _answer(told: dict[str, object], status: int, kept: str) -> JsonResponse:
    answer = JsonResponse(
        told, status=status, json_dumps_params={"ensure_ascii": False}
    )
    answer["Access-Control-Allow-Origin"] = "*"
    answer["Cache-Control"] = kept
    return answer
