"""The directory as an open feed: for everyone, only read, in Open Referral UK 3.0."""

from uuid import UUID

from django.http import HttpRequest

from ..models import Offer
from ..open_referral import services_asked_for, terms, writing
from ..open_referral.asking import Asked, read
from ..open_referral.front import front_of
from ..open_referral.services_asked_for import Page
from .open_json import NotThere, in_the_open

_PROFILE = "https://docs.openreferraluk.org/en/latest/"
_OPENAPI = (
    "https://raw.githubusercontent.com/OpenReferralUK/uk-profile/main/"
    "schema/openapi.json"
)


@in_the_open
def about(request: HttpRequest) -> dict[str, object]:
    """Which standard this is."""
    return {"version": "HSDS-UK-3.0", "profile": _PROFILE, "openapi_url": _OPENAPI}


@in_the_open
def services(request: HttpRequest) -> dict[str, object]:
    """A page of services: in few words, or with `full=true` all that is public."""
    asked = read(request.GET.dict())
    found = services_asked_for.asked_for(asked)
    if asked.full:
        found = found.prefetch_related("times")
    page, total = services_asked_for.page_of(found, asked)
    tell = writing.whole if asked.full else writing.brief
    contents = [tell(offer, front=front_of(offer.site)) for offer in page]
    return Page(contents, total, asked).told()


@in_the_open
def service(request: HttpRequest, pk: UUID) -> dict[str, object]:
    offer = _one(pk)
    return writing.whole(offer, front=front_of(offer.site))


@in_the_open
def service_at_locations(request: HttpRequest) -> dict[str, object]:
    asked = read(request.GET.dict())
    rows, total = services_asked_for.places(asked)
    contents = [_at_location(offer, kind) for offer, kind in rows]
    return Page(contents, total, asked).told()


@in_the_open
def service_at_location(request: HttpRequest, pk: UUID) -> dict[str, object]:
    known = services_asked_for.offers().in_bulk(writing.offers_at(pk).values())
    for kind, of in writing.offers_at(pk).items():
        if of in known and kind in writing.places_of(known[of]):
            return _at_location(known[of], kind)
    raise NotThere


def _at_location(offer: Offer, kind: str) -> dict[str, object]:
    there = writing.at_location(offer, kind)
    return there | {"service": writing.brief(offer, front=front_of(offer.site))}


@in_the_open
def taxonomies(request: HttpRequest) -> dict[str, object]:
    return _listed([one.told() for one in terms.TAXONOMIES], read(request.GET.dict()))


@in_the_open
def taxonomy(request: HttpRequest, pk: UUID) -> dict[str, object]:
    one = terms.every_taxonomy().get(pk)
    if one is None:
        raise NotThere
    return one.told() | {"taxonomy_terms": [term.told() for term in one.terms]}


@in_the_open
def taxonomy_terms(request: HttpRequest) -> dict[str, object]:
    """All of them, or those of one taxonomy."""
    asked = read(request.GET.dict())
    found = [
        term.told()
        for term in terms.every_term().values()
        if asked.taxonomy in (None, term.taxonomy.id)
    ]
    return _listed(found, asked)


@in_the_open
def taxonomy_term(request: HttpRequest, pk: UUID) -> dict[str, object]:
    if term := terms.every_term().get(pk):
        return term.told()
    raise NotThere


@in_the_open
def nothing(request: HttpRequest) -> dict[str, object]:
    """Any other address below the feed's."""
    raise NotThere


def _listed(found: list[dict[str, object]], asked: Asked) -> dict[str, object]:
    return Page(services_asked_for.slice_of(found, asked), len(found), asked).told()


def _one(pk: UUID) -> Offer:
    found = services_asked_for.offers().prefetch_related("times").filter(pk=pk).first()
    if found is None:
        raise NotThere
    return found
