"""An offer as a service of Open Referral UK 3.0. Pure; what is empty is left out.

Only what `Offer` marks as public is read here, and no worker of a partner. An address
stands in the feed only where the partner wrote one: a place that is told when it is
safe has none.
"""

from datetime import UTC
from uuid import UUID, uuid5

from welcome.models import Organisation

from ..models import Offer
from .terms import ACCESS, NEEDS, ONLY_FOR, ROOT, Term

Said = dict[str, object]
#: Monday is 1 in `OfferTime`.
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
PHYSICAL, VIRTUAL = "physical", "virtual"
#: What a UUID says of its own making stays as it is.
_NOT_THE_VERSION = ~UUID("00000000-0000-f000-c000-000000000000").int


def brief(offer: Offer, *, front: str) -> Said:
    """What a list says of it. Needs `partner`.

    `front` is the page where people of its site come to the door: the standard wants
    a `url` of every service, and not every offer has a website.
    """
    ages = {"minimum_age": offer.ages_from, "maximum_age": offer.ages_to}
    return _told(
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
    return brief(offer, front=front) | _told(
        schedules=_schedules(offer),
        service_areas=[
            {"id": _id(offer, "area", area), "name": area} for area in offer.districts
        ],
        languages=[
            {"id": _id(offer, "language", said), "name": said}
            for said in offer.languages
        ],
        phones=_phones(offer),
        service_at_locations=[at_location(offer, kind) for kind in places_of(offer)],
        attributes=_attributes(offer),
    )


def places_of(offer: Offer) -> list[str]:
    """Which kinds of place it has: at most one of each."""
    stands_somewhere = bool(offer.where or offer.address or offer.access)
    kinds = [PHYSICAL] if stands_somewhere else []
    return kinds + ([VIRTUAL] if offer.by_phone_or_video else [])


def at_location(offer: Offer, kind: str) -> Said:
    """The offer at one of its places. Needs `site`."""
    location = _location(offer, kind)
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


def _told(**facts: object) -> Said:
    return {name: fact for name, fact in facts.items() if fact not in ("", None, [])}


def _id(offer: Offer, *parts: str) -> str:
    """The same for the same part of the same offer, wherever it is written."""
    return str(uuid5(ROOT, "/".join([str(offer.pk), *parts])))


def _moment(offer: Offer) -> str:
    moment = offer.changed_at.astimezone(UTC).isoformat(timespec="milliseconds")
    return moment.replace("+00:00", "Z")


def _organization(partner: Organisation) -> Said:
    """Without its e-mail and phone: there the welcome teams' messages arrive."""
    return _told(
        id=str(partner.pk),
        name=partner.name,
        description=partner.what_it_is or partner.name,
        website=partner.website,
    )


def _schedules(offer: Offer) -> list[Said]:
    return [
        {
            "id": _id(offer, "time", DAYS[time.day - 1], f"{time.opens:%H:%M}"),
            "freq": "WEEKLY",
            "byday": DAYS[time.day - 1],
            "opens_at": f"{time.opens:%H:%M}",
            "closes_at": f"{time.closes:%H:%M}",
        }
        for time in offer.times.all()
    ]


def _phones(offer: Offer) -> list[Said]:
    if not offer.phone:
        return []
    number: Said = {"id": _id(offer, "phone"), "number": offer.phone, "type": "voice"}
    return [number]


def _attributes(offer: Offer) -> list[Said]:
    linked = [("need", NEEDS.term(code)) for code in offer.needs]
    linked += [("meets", ACCESS.term(code)) for code in offer.meets]
    linked += [("cannot_meet", ACCESS.term(code)) for code in offer.cannot_meet]
    linked += [("only_for", ONLY_FOR.term(offer.only_for))] if offer.only_for else []
    return [_attribute(offer, how, term) for how, term in linked]


def _attribute(offer: Offer, how: str, term: Term) -> Said:
    return {
        "id": _id(offer, how, term.code),
        "link_id": str(offer.pk),
        "link_type": how,
        "link_entity": "service",
        "taxonomy_term_id": str(term.id),
        "taxonomy_term": term.told(),
    }


def _location(offer: Offer, kind: str) -> Said:
    is_there = kind == PHYSICAL
    access = [{"id": _id(offer, "access"), "description": offer.access}]
    return _told(
        id=_id(offer, "place", kind),
        location_type=kind,
        name=offer.where if is_there else "By phone or video",
        addresses=_addresses(offer) if is_there else [],
        accessibility=access if is_there and offer.access else [],
    )


def _addresses(offer: Offer) -> list[Said]:
    """All of one, or none: the standard takes no half of an address."""
    if not (offer.address and offer.postcode):
        return []
    address: Said = {
        "id": _id(offer, "address"),
        "address_1": offer.address,
        "city": offer.city or offer.site.name,
        "state_province": offer.site.get_nation_display(),
        "postal_code": offer.postcode,
        "country": "GB",
        "address_type": PHYSICAL,
    }
    return [address]
