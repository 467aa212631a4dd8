"""The open feed of the directory, with a slash at the end or without.

No redirect between the two: a browser elsewhere would lose its leave to read.
"""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path, re_path

from .views import open_referral as feed

app_name = "open_referral"
_BASE = "open-referral"


def _both(route: str, view: Callable[..., HttpResponse], name: str) -> list[URLPattern]:
    return [path(_BASE + route, view, name=name), path(f"{_BASE}{route}/", view)]


urlpatterns = [
    *_both("", feed.about, "about"),
    *_both("/services", feed.services, "services"),
    *_both("/services/<uuid:pk>", feed.service, "service"),
    *_both("/taxonomies", feed.taxonomies, "taxonomies"),
    *_both("/taxonomies/<uuid:pk>", feed.taxonomy, "taxonomy"),
    *_both("/taxonomy_terms", feed.taxonomy_terms, "taxonomy_terms"),
    *_both("/taxonomy_terms/<uuid:pk>", feed.taxonomy_term, "taxonomy_term"),
    *_both("/service_at_locations", feed.service_at_locations, "at_locations"),
    *_both("/service_at_locations/<uuid:pk>", feed.service_at_location, "at_location"),
    re_path(rf"^{_BASE}/.*$", feed.nothing),
]
