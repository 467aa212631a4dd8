"""Which of our places a service of a file belongs to, by what stands in it."""

import json
import re
from typing import Any
from uuid import UUID

from welcome.models import Organisation, Site, Team
from welcome.refusals import Refused

from ..models import Offer

#: The first half of a postcode, wherever it stands among places and areas.
_DISTRICT = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)(?: \d[A-Z]{2})?\b")
_WHERE = ("service_at_locations", "locations", "service_areas")


def site_of(told: Any) -> Site:
    """The site that knows it, or where its postcodes are. Raises Refused.

    Known by its id first, then its organisation's; where there is one site only, that.
    """
    known = _known(told)
    if known:
        return known
    sites = list(Site.objects.all()[:2])
    if len(sites) == 1:
        return sites[0]
    near = {team.site for team in _teams_near(told)}
    if len(near) == 1:
        return near.pop()
    raise Refused(
        "It does not say which of the sites here it belongs to. Import it with --site."
        if not near
        else "It belongs to more than one of the sites here. Import it with --site."
    )


def _known(told: Any) -> Site | None:
    said = told if isinstance(told, dict) else {}
    offer = Offer.objects.filter(pk=_key(said.get("id"))).select_related("site").first()
    if offer:
        return offer.site
    whose = said.get("organization")
    key = _key(whose.get("id") if isinstance(whose, dict) else None)
    partner = Organisation.objects.filter(pk=key).select_related("site").first()
    return partner.site if partner else None


def _key(said: Any) -> UUID:
    try:
        return UUID(str(said))
    except ValueError:
        return UUID(int=0)  # no one’s


def _teams_near(told: Any) -> list[Team]:
    parts = [told.get(part) for part in _WHERE] if isinstance(told, dict) else []
    districts = set(_DISTRICT.findall(json.dumps(parts).upper()))
    rows = Team.objects.filter(postcode_districts__overlap=sorted(districts))
    return list(rows.select_related("site"))
