"""The organisation that a service of a directory belongs to. Pure."""

from dataclasses import dataclass
from uuid import UUID

from .contact import web_address
from .said import Said

LONGEST = 4000


@dataclass(frozen=True)
class Organisation:
    id: UUID
    name: str
    what_it_is: str
    website: str


def organisation_of(said: Said) -> Organisation:
    """What a service says of it; each sentence about it says that it is about it."""
    lists = (said.wrong, said.left_out, said.repaired)
    before = [len(sentences) for sentences in lists]
    told = said.part("organization")
    if not told.facts:
        said.wrong.append("It does not say which organisation it belongs to.")
        return Organisation(UUID(int=0), "", "", "")
    name = told.text("name", 120, needed=True)
    description = told.paragraphs("description", LONGEST)
    found = Organisation(
        id=told.uuid("id"),
        name=name,
        what_it_is="" if description == name else description,
        website=web_address(told, "website") or web_address(told, "url"),
    )
    for sentences, count in zip(lists, before, strict=True):
        sentences[count:] = [f"Its organisation: {one}" for one in sentences[count:]]
    return found
