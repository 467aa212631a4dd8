"""Where and when an offer is, as Open Referral writes it."""

from uuid import uuid5

from ..models import Offer
from .terms import ACCESS, NEEDS, ONLY_FOR, ROOT, Term

Said = dict[str, object]
#: Monday is 1 in `OfferTime`.
DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
PHYSICAL, VIRTUAL = "physical", "virtual"


def told(**facts: object) -> Said:
    return {name: fact for name, fact in facts.items() if fact not in ("", None, [])}


def part_id(offer: Offer, *parts: str) -> str:
    """The same for the same part of the same offer, wherever it is written."""
    return str(uuid5(ROOT, "/".join([str(offer.pk), *parts])))


def schedules(offer: Offer) -> list[Said]:
    return [
        {
            "id": part_id(offer, "time", DAYS[time.day - 1], f"{time.opens:%H:%M}"),
            "freq": "WEEKLY",
            "byday": DAYS[time.day - 1],
            "opens_at": f"{time.opens:%H:%M}",
            "closes_at": f"{time.closes:%H:%M}",
        }
        for time in offer.times.all()
    ]


def attributes(offer: Offer) -> list[Said]:
    linked = [("need", NEEDS.term(code)) for code in offer.needs]
    linked += [("meets", ACCESS.term(code)) for code in offer.meets]
    linked += [("cannot_meet", ACCESS.term(code)) for code in offer.cannot_meet]
    linked += [("only_for", ONLY_FOR.term(offer.only_for))] if offer.only_for else []
    return [_attribute(offer, how, term) for how, term in linked]


def _attribute(offer: Offer, how: str, term: Term) -> Said:
    return {
        "id": part_id(offer, how, term.code),
        "link_id": str(offer.pk),
        "link_type": how,
        "link_entity": "service",
        "taxonomy_term_id": str(term.id),
        "taxonomy_term": term.told(),
    }


def location_of(offer: Offer, kind: str) -> Said:
    is_there = kind == PHYSICAL
    access = [{"id": part_id(offer, "access"), "description": offer.access}]
    return told(
        id=part_id(offer, "place", kind),
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
        "id": part_id(offer, "address"),
        "address_1": offer.address,
        "city": offer.city or offer.site.name,
        "state_province": offer.site.get_nation_display(),
        "postal_code": offer.postcode,
        "country": "GB",
        "address_type": PHYSICAL,
    }
    return [address]
