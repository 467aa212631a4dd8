"""What every middleware has that answers exceptions with a page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse


class ExceptionPages:
    """Answers in its `process_exception`; Django shows its own page after a None."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)
