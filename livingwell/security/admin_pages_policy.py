"""The admin pages bring scripts of their own, without our nonce: only these may run.

Everywhere else the strict policy of `content_security_policy.py` holds.
"""

from collections.abc import Callable

from csp.constants import SELF
from django.http import HttpRequest, HttpResponse
from django.urls import reverse


class AdminScripts:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path.startswith(reverse("admin:index")):
            replace = {"script-src": [SELF]}
            response._csp_replace = replace  # type: ignore[attr-defined]
        return response
