"""What the terms of a service mean in our closed lists. Pure."""

from dataclasses import dataclass, field
from uuid import UUID

from .hanging_on import Linked
from .terms import ACCESS, NEEDS, ONLY_FOR, Term, every_term, needs_named


@dataclass
class Ticks:
    needs: list[str] = field(default_factory=list)
    meets: list[str] = field(default_factory=list)
    cannot_meet: list[str] = field(default_factory=list)
    only_for: str = ""
    #: Whether the file speaks in our terms; else it says nothing of access.
    is_ours: bool = False
    unknown: list[str] = field(default_factory=list)


def ticked_by(terms: list[Linked]) -> Ticks:
    """By the id of a term of ours, or else by the words of its name."""
    ticks = Ticks()
    for linked in terms:
        if term := every_term().get(_uuid(linked.id)):
            ticks.is_ours = True
            _tick(ticks, term, linked.how)
        elif needs := needs_named(linked.name):
            _add(ticks.needs, *needs)
        elif linked.name:
            _add(ticks.unknown, linked.name)
    return ticks


def _tick(ticks: Ticks, term: Term, how: str) -> None:
    if term.taxonomy == NEEDS:
        _add(ticks.needs, term.code)
    elif term.taxonomy == ACCESS:
        _add(ticks.cannot_meet if how == "cannot_meet" else ticks.meets, term.code)
    elif term.taxonomy == ONLY_FOR:
        ticks.only_for = term.code


def _add(codes: list[str], *more: str) -> None:
    codes.extend(code for code in more if code not in codes)


def _uuid(words: str) -> UUID:
    try:
        return UUID(words)
    except ValueError:
        return UUID(int=0)
