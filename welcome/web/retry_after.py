"""Answers that ask for a wait say so by their status too (429, Retry-After)."""

from collections.abc import Callable
from math import ceil

from django.http import HttpRequest, HttpResponse


class RetryAfter:
    """Whatever page or form says it: `rate_limits` has noted it on the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        wait = getattr(request, "has_to_wait", None)
        if wait and response.status_code < 500:
            response.status_code = 429
            response["Retry-After"] = str(ceil(wait.total_seconds()))
        return response
