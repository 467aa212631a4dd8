"""Pages and parts of pages."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def page_or_part(
    request: HttpRequest, template: str, context: Mapping[str, object]
) -> HttpResponse:
    """Render `app/page.html`; for htmx only the `app/_page.html` it includes."""
    if request.headers.get("HX-Request") == "true":
        folder, _, name = template.rpartition("/")
        template = f"{folder}/_{name}"
    response = render(request, template, context)
    response["Vary"] = "HX-Request"  # or Back would show the part as a page
    return response
