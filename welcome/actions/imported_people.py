"""People whom a team holds already, brought over from its own list: many at once.

The same rules as for one newcomer, kept by the same constraints. No one may be held
by no one: each person brought over is open, and held by the team from this moment.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime, time

from django.db import transaction
from django.utils import timezone

from ..audit import trail
from ..audit.payloads import PassageAdded, PersonBroughtOver
from ..imports.row_facts import Told
from ..imports.workers_in_list import notes_with_worker, workers_of
from ..models import (
    AccessNeed,
    ContactWish,
    Holding,
    Identifier,
    Introduction,
    Nation,
    Passage,
    Person,
    Prompt,
    Team,
    User,
    Voice,
)
from .holding_rows import unsaved_holding
from .introductions import pass_on
from .person_rows import unsaved_needs, unsaved_person, unsaved_wish
from .stories import add_passage, unsaved_passage

_FROM_THE_LIST = "Imported from the team’s own list"
_SYSTEMS = {Nation.ENGLAND: Identifier.System.NHS, Nation.SCOTLAND: "chi"}
_COPIED = ["known_as", "formal_name", "pronouns", "born_on", "born_year", "postcode"]
_COPIED += ["address", "language", "interpreter", "gp_practice", "gp_phone"]


@transaction.atomic
def bring_over(told: Sequence[Told], *, by: User, team: Team) -> list[Person]:
    """Make a record for each, in this order. Only after twins were looked for."""
    now = timezone.now()
    people = [
        unsaved_person(
            team,
            at=now,
            is_open=True,
            **{name: getattr(each, name) for name in _COPIED},
        )
        for each in told
    ]
    Person.objects.bulk_create(people)
    both = list(zip(people, told, strict=True))
    _write_about(both, team)
    find = workers_of(team)
    workers = [find(each.worker) if each.worker else None for each in told]
    Holding.objects.bulk_create(
        unsaved_holding(person, None, by=by, at=now, team=team, worker=worker)
        for person, worker in zip(people, workers, strict=True)
    )
    _write_introductions(both, by, now)
    trail.record_each(
        "person.brought_over",
        [(person, person, _detail(each)) for person, each in both],
        by,
    )
    notes = map(notes_with_worker, told, workers)
    _write_notes(zip(people, notes, strict=True), by)
    return people


def _detail(told: Told) -> PersonBroughtOver:
    since = told.held_since or told.introduced_on
    if since is None:
        return {"source": told.source}
    return {"source": told.source, "since": since.isoformat()}


def _write_about(both: list[tuple[Person, Told]], team: Team) -> None:
    """How to reach them safely, what they need, and their number."""
    ContactWish.objects.bulk_create(
        unsaved_wish(
            person, told.phone, email=told.email, words=told.reach_words, **told.may
        )
        for person, told in both
    )
    AccessNeed.objects.bulk_create(
        need
        for person, told in both
        for need in unsaved_needs(person, told.access_codes, told.access_words)
    )
    system = _SYSTEMS[Nation(team.site.nation)]
    Identifier.objects.bulk_create(
        Identifier(person=p, site=team.site, system=system, value=told.identifier)
        for p, told in both
        if told.identifier
    )


def _write_introductions(
    both: list[tuple[Person, Told]], by: User, now: datetime
) -> None:
    """Who brought them to the team, and when: closed, because no one waits for it."""
    Introduction.objects.bulk_create(
        Introduction(
            site=person.site,
            team=person.team,
            person=person,
            source=told.source,
            known_as=told.known_as,
            phone=told.phone,
            email=told.email,
            postcode=told.postcode,
            introducer_name=told.introduced_by or _FROM_THE_LIST,
            introducer_contact=person.team.name,
            made_at=_when(told, now),
            made_by=by,
            closed_at=now,
            closed_by=by,
            closed_why=_FROM_THE_LIST,
        )
        for person, told in both
    )


def _when(told: Told, now: datetime) -> datetime:
    day = told.introduced_on or told.held_since
    return timezone.make_aware(datetime.combine(day, time(12))) if day else now


def _write_notes(notes: Iterable[tuple[Person, str]], by: User) -> None:
    """What stood in the list is the team's words, and was not read back."""
    now = timezone.now()
    passages = [
        unsaved_passage(
            person,
            by=by,
            at=now,
            prompt=Prompt.BROUGHT,
            words=words,
            voice=Voice.TEAM,
        )
        for person, words in notes
        if words.strip()
    ]
    Passage.objects.bulk_create(passages)
    detail = PassageAdded(prompt=Prompt.BROUGHT.value, voice=Voice.TEAM.value)
    trail.record_each("passage.added", [(p, p.person, detail) for p in passages], by)


@transaction.atomic
def recognise(person: Person, told: Told, *, by: User, team: Team) -> Person:
    """A row of the list is someone who is here: nothing they have is written over.

    What the list says of them is added to their story; if another team holds it,
    that team is told that someone they know is here, and nothing is written.
    """
    if person.team_id != team.pk:
        pass_on(None, by=by, person=person)
    elif told.notes.strip() and not _is_there(person, told.notes):
        add_passage(
            person, by=by, prompt=Prompt.BROUGHT, words=told.notes, voice=Voice.TEAM
        )
    trail.record("person.recognised", about=person, by=by, person=person, team=team)
    return person


def _is_there(person: Person, words: str) -> bool:
    return person.passages.filter(words=words.strip()).exists()
