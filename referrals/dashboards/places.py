"""Whose numbers someone is looking at: one site's, or the whole programme's."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404

from welcome.models import Site, User

from ..models.monthly_counts import answers_for_the_programme, sites_with_numbers


@dataclass(frozen=True)
class Place:
    """A site, or all of them together: then `site` is None."""

    site: Site | None
    sites: tuple[Site, ...]

    @property
    def name(self) -> str:
        return self.site.name if self.site else "The whole programme"

    @property
    def site_ids(self) -> list[UUID]:
        return [site.pk for site in self.sites]

    @property
    def query(self) -> str:
        """What keeps a link at this place."""
        return f"?site={self.site.slug}" if self.site else ""


def places_of(user: User) -> list[Place]:
    """What a commissioner may look at; the programme first if they answer for it."""
    sites = tuple(sites_with_numbers(user))
    places = [Place(site, (site,)) for site in sites]
    if answers_for_the_programme(user):
        places.insert(0, Place(None, sites))
    return places


def place_in(places: list[Place], slug: str) -> Place:
    """The one asked for, or the first. Raises Http404 for anyone else's."""
    for place in places:
        if not slug or (place.site and place.site.slug == slug):
            return place
    raise Http404
