"""The storybooks of the demo: narratives written for this product, each at its place.

The texts are in `narratives/`. Consent here follows the same rules as everywhere: the
database itself refuses a public text that nobody has approved word for word.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

from storybooks.models import (
    PUBLIC,
    Consent,
    Contributor,
    Narrative,
    State,
    Storybook,
    Version,
)
from welcome.audit.event_rows import unsaved_event
from welcome.models import Organisation, Site, User

from .lives.hours import at_work
from .people import names
from .rows import Rows, new_id

FOLDER = Path(__file__).parent / "narratives"
#: The way that each takes to where it is, and the days between the steps.
_WAY = [
    State.DEIDENTIFIED,
    State.WITH_CONTRIBUTOR,
    State.APPROVED,
    State.PUBLISHED,
]
#: By the contributor's own hand.
_THEIRS = {State.APPROVED}


@dataclass
class Desk:
    """Who makes the books: the editor, their house, and the contributor's hand."""

    rows: Rows
    editor: User
    house: Organisation
    person: User
    sites: dict[str, Site]
    today: date
    rng: Random


def shelve(desk: Desk) -> int:
    """Make every storybook and narrative. How many narratives there are."""
    books = {}
    for facts, _ in _files("books"):
        books[facts["slug"]] = Storybook.objects.create(id=new_id(desk.rng), **facts)
    number = 0
    for number, (facts, text) in enumerate(_files(""), 1):
        _bring(desk, books[facts["book"]], facts, text, number)
    return number


def _files(folder: str) -> Iterator[tuple[dict[str, str], str]]:
    """The head of each file as facts, and the text below it."""
    for file in sorted((FOLDER / folder).glob("*.txt")):
        head, _, text = file.read_text(encoding="utf-8").partition("\n\n")
        pairs = (line.partition(": ") for line in head.splitlines())
        yield {"slug": file.stem} | {key: words for key, _, words in pairs}, text


def _bring(
    desk: Desk, book: Storybook, facts: dict[str, str], text: str, number: int
) -> None:
    """One narrative, written some months ago, as far as it has come."""
    began = at_work(desk.rng, desk.today - timedelta(days=70 + 17 * number), "england")
    narrative = Narrative(
        id=new_id(desk.rng),
        storybook=book,
        contributor=_contributor(desk, facts),
        site=desk.sites.get(facts["site"]),
        slug=facts["slug"],
        title=facts["title"],
        place=facts["place"],
        themes=facts["themes"].split(", "),
        content_note=facts["note"],
        pull_quote=facts["quote"],
        text=text.strip(),
        made_at=began,
    )
    narrative.save(force_insert=True)
    Version.objects.create(
        narrative=narrative,
        number=1,
        title=narrative.title,
        text=narrative.text,
        by=desk.editor,
        at=began,
    )
    _record(desk, "narrative.written", began, desk.editor, narrative)
    _walk(desk, narrative, State(facts["state"]), began)


def _contributor(desk: Desk, facts: dict[str, str]) -> Contributor:
    shown = facts["shown_as"]
    name = f"{shown.partition(',')[0]} {names.family(desk.rng, 'english')}"
    return Contributor.objects.create(
        id=new_id(desk.rng),
        organisation=desk.house,
        name=name,
        email=f"{facts['slug']}@example.org",
        named=facts.get("named", "chosen"),
        shown_as=shown,
    )


def _walk(desk: Desk, narrative: Narrative, end: State, at: datetime) -> None:
    """Step by step to its state, ten days each; cooled off before it is public."""
    if end == State.DRAFT:
        return
    was = State.DRAFT
    for state in _WAY[: _WAY.index(end) + 1]:
        at = at_work(desk.rng, (at + timedelta(days=10)).date(), "england")
        by = desk.person if state in _THEIRS else desk.editor
        narrative.state, narrative.moved_at, narrative.moved_by = state, at, by
        _record(desk, f"narrative.{state}", at, by, narrative, was=str(was))
        was = state
        if state == State.APPROVED:
            _consent(desk, narrative, at)
        if state in PUBLIC:
            narrative.published_at = at
    narrative.save()


def _consent(desk: Desk, narrative: Narrative, at: datetime) -> None:
    """Yes to exactly this text, for most of two years, and a week to think again."""
    narrative.refresh_from_db(fields=["fingerprint"])
    until = (at + timedelta(days=desk.rng.randint(420, 640))).date()
    narrative.approved_fingerprint = narrative.fingerprint
    narrative.agreed_until = until
    narrative.cooling_until = at + timedelta(days=7)
    Consent.objects.create(
        id=new_id(desk.rng),
        narrative=narrative,
        fingerprint=narrative.fingerprint,
        named=narrative.contributor.named,
        shown_as=narrative.contributor.shown_as,
        web=True,
        print_copies=True,
        training=desk.rng.random() < 0.5,
        until_on=until,
        given_at=at,
    )


def _record(
    desk: Desk, what: str, at: datetime, by: User, narrative: Narrative, **codes: str
) -> None:
    site = narrative.told_at
    event = unsaved_event(what, at=at, about=narrative, by=by, site=site, detail=codes)
    desk.rows.add(event)
