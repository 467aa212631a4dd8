"""A service of someone's directory, read into plain facts, with what is wrong. Pure.

What a service hangs together with (times, places, terms …) may be left out of a list:
where a file says none of it, `Service.more` is None, and what is known stays.
"""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from .contact import email_address, phone_of, web_address
from .hanging_on import More, read_more, says_more
from .organisations import LONGEST, Organisation, organisation_of
from .said import Said
from .version_one import as_version_3

INACTIVE = "inactive"
STATUSES = ["active", INACTIVE, "defunct", "temporarily closed"]
_OLDEST = 150


@dataclass(frozen=True)
class Service:
    id: UUID
    organisation: Organisation
    name: str
    words: str
    stands: str
    phone: str
    email: str
    website: str
    fees: str
    ages_from: int | None
    ages_to: int | None
    changed_at: datetime | None
    more: More | None


@dataclass(frozen=True)
class Reading:
    """A service, or the sentences that say why it is none."""

    service: Service
    name: str
    wrong: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    repaired: list[str] = field(default_factory=list)
    #: The keys of the service itself that cannot be read: what is here stays.
    lost: set[str] = field(default_factory=set)


def read(told: Any, *, today: date) -> Reading:
    """What one service says. Nothing of it may be used while something is wrong.

    `today` decides which of its times are over, or yet to come.
    """
    said = Said(as_version_3(told))
    if not isinstance(told, dict):
        said.wrong.append("It is not a service.")
    service = Service(
        id=said.uuid("id"),
        organisation=organisation_of(said),
        name=said.text("name", 120, needed=True),
        words=said.paragraphs("description", LONGEST),
        stands=_status(said),
        phone=phone_of(said),
        email=str(said.checked("email", 254, email_address)),
        website=_link(said),
        fees=said.text("fees_description", 200) or said.text("fees", 200),
        ages_from=said.number("minimum_age", _OLDEST),
        ages_to=said.number("maximum_age", _OLDEST),
        changed_at=_moment(said.facts.get("last_modified")),
        more=read_more(said, today=today) if says_more(said) else None,
    )
    return Reading(
        _in_order(service, said),
        name_of(told),
        said.wrong,
        said.left_out,
        said.repaired,
        said.lost,
    )


def name_of(told: Any) -> str:
    """By what the row is spoken of, whatever is wrong with it."""
    facts = told if isinstance(told, dict) else {}
    name = facts.get("name") or facts.get("id")
    if not isinstance(name, str):
        return "?"
    return "".join(sign if sign.isprintable() else "?" for sign in name[:60])


def _link(said: Said) -> str:
    """Its own, or that of its place. Its organisation's is the organisation's."""
    places = said.parts("service_at_locations")
    places += [place.part("location") for place in places]
    found = web_address(said, "url")
    return found or next(filter(None, (web_address(at, "url") for at in places)), "")


def _status(said: Said) -> str:
    """One of the standard's. Unless a service says so clearly, it is not offered."""
    words = said.text("status", 40)
    status = words.lower().replace("_", " ").replace("-", " ")
    if status in STATUSES:
        if status != words:
            said.repaired.append(f"Its status was written “{words}”.")
        return status
    said.lose("status", f"Its status is not one of: {', '.join(STATUSES)}.")
    return INACTIVE


def _in_order(service: Service, said: Said) -> Service:
    """Without its ages, where they fit no one."""
    first, last = service.ages_from, service.ages_to
    if first is None or last is None or first <= last:
        return service
    said.lose("minimum_age", f"It is for ages from {first} to {last}, which is no one.")
    said.lost.add("maximum_age")
    return replace(service, ages_from=None, ages_to=None)


def _moment(told: Any) -> datetime | None:
    """When it changed. Only a hint: where it cannot be read it is now."""
    try:
        moment = datetime.fromisoformat(told)
    except (TypeError, ValueError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment if 1970 < moment.year < 2200 else None
