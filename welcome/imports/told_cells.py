"""What each column of a row says: one function for each that needs one."""

from collections.abc import Callable, Sequence
from typing import Any

from ..models import Nation
from . import access_needs, cells, columns, languages, person_cells, statuses
from .row_facts import Asked, Told
from .set_aside import joined


def said_by_column(
    row: Sequence[str], headings: Sequence[str], codes: Sequence[str]
) -> dict[str, str]:
    """The words for each code; several columns of one kind, one after the other."""
    said: dict[str, list[str]] = {}
    for cell, heading, code in zip(row, headings, codes, strict=False):
        if code and cell:
            alone = codes.count(code) == 1 or code == "address"
            said.setdefault(code, []).append(cell if alone else f"{heading}: {cell}")
    return {
        code: (", " if code == "address" else "\n").join(parts)
        for code, parts in said.items()
    }


def _short(name: str, most: int) -> Callable[..., None]:
    def keep(told: Told, text: str, *_: Any) -> None:
        setattr(told, name, cells.short(text, most))

    return keep


def _day(name: str) -> Callable[..., None]:
    def keep(told: Told, text: str, asked: Asked) -> None:
        person_cells.day(told, name, text, asked)

    return keep


def _phone(name: str) -> Callable[..., None]:
    def keep(told: Told, text: str, *_: Any) -> None:
        person_cells.phone(told, name, text)

    return keep


def _may(name: str) -> Callable[..., None]:
    """Anything but a plain yes is a no; what else it says is kept in words."""

    def keep(told: Told, text: str, *_: Any) -> None:
        answer = cells.yes_or_no(text)
        told.may[name] = bool(answer)
        if answer is None:
            words = f"{columns.FIELDS[name]} {text}"
            told.reach_words = joined(told.reach_words, words)

    return keep


def _identifier(told: Told, text: str, asked: Asked) -> None:
    is_chi = asked.nation == Nation.SCOTLAND
    told.identifier = cells.identifier(text, is_chi=is_chi)


def _email(told: Told, text: str, *_: Any) -> None:
    told.email = cells.email(text)


def _postcode(told: Told, text: str, *_: Any) -> None:
    person_cells.postcode(told, text)


def _interpreter(told: Told, text: str, *_: Any) -> None:
    answer = cells.yes_or_no(text)
    words = {True: "Needed", False: "", None: text}[answer]
    told.interpreter = cells.short(words, 80)


def _access(told: Told, text: str, *_: Any) -> None:
    told.access_codes, words = access_needs.read(text)
    told.access_words = cells.short(words, 300)


def _reach_words(told: Told, text: str, *_: Any) -> None:
    told.reach_words = joined(told.reach_words, text)


def _notes(told: Told, text: str, *_: Any) -> None:
    told.notes = joined(told.notes, cells.short(text, 20_000))


def _introduced_by(told: Told, text: str, *_: Any) -> None:
    told.source, told.introduced_by = cells.source(text), cells.short(text, 120)


def _status(told: Told, text: str, *_: Any) -> None:
    if words := statuses.still_held(text):
        line = f"Status, as it was in the list: {words}"
        told.notes = joined(told.notes, cells.short(line, 500))


def _language(told: Told, text: str, *_: Any) -> None:
    if not cells.is_empty(text):
        told.language = cells.short(languages.read(text), 40)


def _worker(told: Told, text: str, *_: Any) -> None:
    if not cells.is_empty(text):
        told.worker = cells.short(text, 120)


def _partner(told: Told, text: str, *_: Any) -> None:
    """In words alone: nobody here asked for that help, or agreed to share for it."""
    if cells.yes_or_no(text) is False:
        return
    line = f"Already helping them: {text}"
    told.notes = joined(told.notes, cells.short(line, 500))
    told.set_aside.append(
        "Partner: kept in the notes as “Already helping them”. No referral is made."
    )


_FIELDS: dict[str, Callable[..., None]] = {
    "known_as": _short("known_as", 80),
    "formal_name": _short("formal_name", 120),
    "first_name": _short("first_name", 60),
    "last_name": _short("last_name", 60),
    "born": person_cells.born,
    "identifier": _identifier,
    "phone": _phone("phone"),
    "email": _email,
    "postcode": _postcode,
    "address": _short("address", 200),
    "language": _language,
    "interpreter": _interpreter,
    "pronouns": _short("pronouns", 30),
    "gp_practice": _short("gp_practice", 120),
    "gp_phone": _phone("gp_phone"),
    "access": _access,
    "reach_words": _reach_words,
    "introduced_by": _introduced_by,
    "introduced_on": _day("introduced_on"),
    "held_since": _day("held_since"),
    "status": _status,
    "worker": _worker,
    "partner": _partner,
    "notes": _notes,
}


_MAY = ("may_call", "may_text", "may_leave_message", "may_email", "may_post")


READ = _FIELDS | {code: _may(code) for code in _MAY}
