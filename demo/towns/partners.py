"""Partners and what they offer: `partner_lists/*.txt`, a file for each site. Pure."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "partner_lists"


@dataclass(frozen=True)
class Offered:
    name: str
    needs: tuple[str, ...]
    #: open, wait or paused; and how many weeks.
    room: str
    weeks: int | None
    where: str
    access: str
    words: str


@dataclass(frozen=True)
class Partner:
    name: str
    what_it_is: str
    offers: list[Offered] = field(default_factory=list)


@cache
def partners(site: str) -> list[Partner]:
    """Those of one site, in the order of its file."""
    found: list[Partner] = []
    for row in (FOLDER / f"{site}.txt").read_text(encoding="utf-8").splitlines():
        if not row.strip() or row[0] == "#":
            continue
        if row.startswith("- "):
            found[-1].offers.append(_offer(row[2:]))
        else:
            name, _, what_it_is = row.partition(" | ")
            found.append(Partner(name, what_it_is))
    return found


def _offer(row: str) -> Offered:
    name, needs, room, where, access, words = row.split(" | ")
    capacity, _, weeks = room.partition(" ")
    return Offered(
        name=name,
        needs=tuple(needs.split()),
        room=capacity,
        weeks=int(weeks) if weeks else None,
        where=where,
        access=access,
        words=words,
    )
