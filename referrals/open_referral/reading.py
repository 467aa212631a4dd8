"""A service of somebody's directory, read into plain facts, with what is wrong. Pure.

What a service hangs together with (times, places, terms …) may be left out of a list:
where a file says none of it, `Service.more` is None, and what is known stays.
"""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any, NoReturn
from uuid import UUID

from welcome.values.phones import are_several
from welcome.values.text_cleaning import clean_code

from .contact import email_address, web_address
from .hanging_on import More, read_more, says_more
from .said import Said

STATUSES = ["active", "inactive", "defunct", "temporarily closed"]
LONGEST = 4000
_OLDEST = 150


class Unreadable(ValueError):
    """The file as a whole cannot be read. Carries a sentence."""


@dataclass(frozen=True)
class Organisation:
    id: UUID
    name: str
    what_it_is: str
    website: str


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


def services_in(content: bytes) -> list[Any]:
    """One service, a list of them, or the page of a feed. Raises Unreadable."""
    try:
        said = json.loads(content.decode("utf-8-sig"), parse_constant=_no_number)
    except UnicodeDecodeError as problem:
        raise Unreadable("The file is not written in UTF-8.") from problem
    except (ValueError, RecursionError) as problem:
        raise Unreadable("The file is not JSON.") from problem
    if isinstance(said, dict) and "contents" in said:
        said = said["contents"]
    if isinstance(said, dict):
        return [said]
    if isinstance(said, list):
        return said
    raise Unreadable("The file has no service, and no list or page of services.")


def read(told: Any) -> Reading:
    """What one service says. Nothing of it may be used while something is wrong."""
    said = Said(told)
    if not isinstance(told, dict):
        said.wrong.append("It is not a service.")
    status = said.text("status", 20, needed=True)
    if status and status not in STATUSES:
        said.wrong.append(f"Its status is not one of: {', '.join(STATUSES)}.")
    service = Service(
        id=said.uuid("id"),
        organisation=_organisation(said),
        name=said.text("name", 120, needed=True),
        words=said.text("description", LONGEST),
        stands=status,
        phone=_phone(said),
        email=str(said.checked("email", 254, email_address)),
        website=str(said.checked("url", 200, web_address)),
        fees=said.text("fees_description", 200) or said.text("fees", 200),
        ages_from=said.number("minimum_age", _OLDEST),
        ages_to=said.number("maximum_age", _OLDEST),
        changed_at=_moment(said.facts.get("last_modified")),
        more=read_more(said) if says_more(said) else None,
    )
    return Reading(service, _called(said), said.wrong, said.left_out)


def _no_number(words: str) -> NoReturn:
    raise ValueError(f"{words} is not a JSON number")


def _called(said: Said) -> str:
    """By what the row is spoken of, whatever is wrong with it."""
    name = said.facts.get("name") or said.facts.get("id")
    if not isinstance(name, str):
        return "?"
    return "".join(sign if sign.isprintable() else "?" for sign in name[:60])


def _organisation(said: Said) -> Organisation:
    told = said.part("organization")
    before = len(said.wrong)
    name = told.text("name", 120, needed=True)
    description = told.text("description", 200)
    found = Organisation(
        id=told.uuid("id"),
        name=name,
        what_it_is="" if description == name else description,
        website=str(told.checked("website", 200, web_address)),
    )
    said.wrong[before:] = [f"Its organisation: {one}" for one in said.wrong[before:]]
    return found


def _phone(said: Said) -> str:
    """Its own, or else that of the first contact that has one."""
    phones = said.parts("phones")
    for contact in said.parts("contacts"):
        phones += contact.parts("phones")
    if len(phones) > 1:
        said.left_out.append("It has several phones. We took the first.")
    return _one_number(phones[0]) if phones else ""


def _one_number(told: Said) -> str:
    """In plain figures. Of several in one box none is taken: which, nobody can tell."""
    number = told.text("number", LONGEST)
    if are_several(number):
        told.left_out.append("Its phone has several numbers. We took none.")
        return ""
    return clean_code(told.text("number", 30))


def _moment(told: Any) -> datetime | None:
    """When it changed. Only a hint: where it cannot be read it is now."""
    try:
        moment = datetime.fromisoformat(told)
    except (TypeError, ValueError):
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return moment if 1970 < moment.year < 2200 else None
