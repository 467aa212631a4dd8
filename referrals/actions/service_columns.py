"""What a service of another directory says, by the columns of an offer.

A field that could not be read costs that field only: an offer that is here keeps what
it has. Nothing is saved here.
"""

from typing import Literal

from welcome.models import Organisation

from ..models import Offer
from ..open_referral.front import front_of
from ..open_referral.hanging_on import More, Place
from ..open_referral.reading import Reading
from ..open_referral.ticking import Ticks, ticked_by
from .offer_facts import MoreTold, PlaceTold, ServiceTold

_Column = Literal["words", "stands", "email", "website", "ages_to", "fees"]

#: The column that each key of a service is kept in.
_COLUMNS: dict[str, _Column] = {
    "description": "words",
    "status": "stands",
    "email": "email",
    "url": "website",
    "maximum_age": "ages_to",
    "fees": "fees",
    "fees_description": "fees",
}


def columns_of(offer: Offer, found: Reading, partner: Organisation) -> ServiceTold:
    service = found.service
    facts: ServiceTold = {
        "name": service.name,
        "words": service.words,
        "stands": service.stands,
        "email": service.email,
        "website": _own(service.website, offer, partner),
        "fees": service.fees,
        "ages_to": service.ages_to,
    }
    if service.ages_from is not None:
        facts["ages_from"] = service.ages_from
    if service.more or service.phone:
        facts["phone"] = service.phone
    if service.more:
        facts.update(_more(offer, service.more, found.left_out))
    if not offer._state.adding:
        _keep_what_was_lost(facts, found.lost)
    _let_ages_agree(offer, facts, found.repaired)
    return facts


def _keep_what_was_lost(facts: ServiceTold, lost: set[str]) -> None:
    for key in lost & _COLUMNS.keys():
        facts.pop(_COLUMNS[key], None)


def _let_ages_agree(offer: Offer, facts: ServiceTold, repaired: list[str]) -> None:
    """What the file says of one age comes before what is here of the other."""
    first = facts.get("ages_from", offer.ages_from)
    last = facts.get("ages_to", offer.ages_to)
    if last is None or first <= last:
        return
    if "ages_to" in facts:
        facts["ages_from"] = 0
        repaired.append(f"It is for ages up to {last}, so we show it from age 0.")
    else:
        facts["ages_to"] = None


def _own(website: str, offer: Offer, partner: Organisation) -> str:
    """Where it has none of its own, the feed says its partner's, or our front door."""
    borrowed = (partner.website, front_of(offer.site))
    return "" if website in borrowed else website


def _more(offer: Offer, more: More, left_out: list[str]) -> MoreTold:
    ticks = ticked_by(more.terms)
    facts: MoreTold = {
        "by_phone_or_video": more.by_phone_or_video,
        "districts": more.districts,
        "languages": more.languages,
        "access": more.place.access,
    }
    facts.update(_ticked(ticks, left_out))
    if not (ticks.needs or offer.needs):
        left_out.append("It has no need of ours yet, so no one can find it by need.")
    facts.update(_place(offer, more.place, left_out))
    return facts


def _ticked(ticks: Ticks, left_out: list[str]) -> MoreTold:
    facts: MoreTold = {}
    both = set(ticks.meets) & set(ticks.cannot_meet)
    if ticks.needs or ticks.is_ours:
        facts["needs"] = ticks.needs
    if ticks.is_ours:
        facts["meets"] = [code for code in ticks.meets if code not in both]
        facts["cannot_meet"] = [code for code in ticks.cannot_meet if code not in both]
        facts["only_for"] = ticks.only_for
    if both:
        left_out.append(
            "It says of one access need both that it meets it and that it cannot."
            " We left it out."
        )
    if ticks.unknown:
        names = "”, “".join(name[:60] for name in ticks.unknown[:5])
        left_out.append(f"No need of ours matches “{names}”.")
    return facts


def _place(offer: Offer, place: Place, left_out: list[str]) -> PlaceTold:
    """A file never tells a place that stands here without an address.

    It may be one that is told only when it is safe.
    """
    told = PlaceTold(
        where=place.where,
        address=place.address,
        city=place.city,
        postcode=place.postcode,
    )
    if offer._state.adding or offer.address:
        return told
    if any(getattr(offer, name) != words for name, words in told.items()):
        left_out.append(
            "It has no address here, so we kept where it is as its partner wrote it."
        )
    return {}
