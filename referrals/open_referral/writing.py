"""An offer as a service of Open Referral UK 3.0. Pure; what is empty is left out.

Only what `Offer` marks as public is read here, and no worker of a partner. An address
stands in the feed only where the partner wrote one: a place that is told when it is
safe has none.
"""

from datetime import UTC
from uuid import UUID, uuid5

from welcome.models import Organisation

from ..models import Offer
from .places import (
    PHYSICAL,
    VIRTUAL,
    Said,
    attributes,
    location_of,
    part_id,
    schedules,
    told,
)
from .terms import ROOT

#: What a UUID says of its own making stays as it is.
_NOT_THE_VERSION = ~UUID("00000000-0000-f000-c000-000000000000").int


def brief(offer: Offer, *, front: str) -> Said:
    """What a list says of it. Needs `partner`.

    `front` is the page where people of its site come to the door: the standard wants
    a `url` of every service, and not every offer has a website.
    """
    ages = {"minimum_age": offer.ages_from, "maximum_age": offer.ages_to}
    return told(
        id=str(offer.pk),
        organization_id=str(offer.partner_id),
        name=offer.name,
        description=offer.words,
        url=offer.website or offer.partner.website or front,
        email=offer.email,
        status=offer.stands,
        fees=offer.fees,
        fees_description=offer.fees,
        last_modified=_moment(offer),
        organization=_organization(offer.partner),
        **ages,
    )


def whole(offer: Offer, *, front: str) -> Said:
    """Everything that is public of it. Needs `partner` and `times`, `site`."""
    return brief(offer, front=front) | told(
        schedules=schedules(offer),
        service_areas=[
            {"id": part_id(offer, "area", area), "name": area}
            for area in offer.districts
        ],
        languages=[
            {"id": part_id(offer, "language", said), "name": said}
            for said in offer.languages
        ],
        phones=_phones(offer),
        service_at_locations=[at_location(offer, kind) for kind in places_of(offer)],
        attributes=attributes(offer),
    )


def places_of(offer: Offer) -> list[str]:
    """Which kinds of place it has: at most one of each."""
    stands_somewhere = bool(offer.where or offer.address or offer.access)
    kinds = [PHYSICAL] if stands_somewhere else []
    return kinds + ([VIRTUAL] if offer.by_phone_or_video else [])


def at_location(offer: Offer, kind: str) -> Said:
    """The offer at one of its places. Needs `site`."""
    location = location_of(offer, kind)
    return {
        "id": str(place_id(offer.pk, kind)),
        "service_id": str(offer.pk),
        "location_id": location["id"],
        "location": location,
    }


def place_id(offer: UUID, kind: str) -> UUID:
    """The id of an offer at one of its places.

    Applied to that id it gives the offer's back: so the place is found by its id
    alone, and no place needs a row of its own.
    """
    return UUID(int=offer.int ^ (uuid5(ROOT, kind).int & _NOT_THE_VERSION))


def offers_at(place: UUID) -> dict[str, UUID]:
    """Whose place this id may be, by its kind."""
    return {kind: place_id(place, kind) for kind in (PHYSICAL, VIRTUAL)}


def _moment(offer: Offer) -> str:
    moment = offer.changed_at.astimezone(UTC).isoformat(timespec="milliseconds")
    return moment.replace("+00:00", "Z")


def _organization(partner: Organisation) -> Said:
    """Without its e-mail and phone: there the welcome teams' messages arrive."""
    return told(
        id=str(partner.pk),
        name=partner.name,
        description=partner.what_it_is or partner.name,
        website=partner.website,
    )


def _phones(offer: Offer) -> list[Said]:
    if not offer.phone:
        return []
    number: Said = {
        "id": part_id(offer, "phone"),
        "number": offer.phone,
        "type": "voice",
    }
    return [number]
