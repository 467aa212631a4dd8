"""What is said of an offer, by column: as its partner's page and a file write it."""

from datetime import datetime
from typing import TypedDict


class OfferFacts(TypedDict):
    """All that a partner writes on the page of its offer."""

    name: str
    words: str
    needs: list[str]
    stands: str
    ages_from: int
    ages_to: int | None
    only_for: str
    districts: list[str]
    languages: list[str]
    phone: str
    email: str
    website: str
    fees: str
    where: str
    address: str
    city: str
    postcode: str
    by_phone_or_video: bool
    access: str
    meets: list[str]
    cannot_meet: list[str]
    takes: str


class PlaceTold(TypedDict, total=False):
    where: str
    address: str
    city: str
    postcode: str


class MoreTold(PlaceTold, total=False):
    """What hangs on a service, in a file that says any of it."""

    by_phone_or_video: bool
    districts: list[str]
    languages: list[str]
    access: str
    needs: list[str]
    meets: list[str]
    cannot_meet: list[str]
    only_for: str


class ServiceTold(MoreTold, total=False):
    """What a file of another directory says: only what is public."""

    name: str
    words: str
    stands: str
    email: str
    website: str
    fees: str
    ages_from: int
    ages_to: int | None
    phone: str
    changed_at: datetime
