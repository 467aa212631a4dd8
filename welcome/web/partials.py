"""Pages and parts of pages."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def is_in_place(request: HttpRequest) -> bool:
    """Whether a script puts the answer into the open page; Reload asks for no part."""
    return "HX-Request" in request.headers


def page_or_part(
    request: HttpRequest, template: str, context: Mapping[str, object]
) -> HttpResponse:
    """Render `app/page.html`; for htmx only the `app/_page.html` it includes."""
    if is_in_place(request):
        folder, _, name = template.rpartition("/")
        template = f"{folder}/_{name}"
    response = render(request, template, context)
    response["Vary"] = "HX-Request"  # or Back would show the part as a page
    return response
