"""Where a person comes to the door of a site, as an address for the world outside."""

from django.conf import settings
from django.urls import reverse

from welcome.models import Site


def front_of(site: Site) -> str:
    path = reverse("welcome:front_at", kwargs={"slug": site.slug})
    return f"{settings.BASE_URL}{path}"
