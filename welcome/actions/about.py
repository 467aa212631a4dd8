"""Writing down who someone is, how to reach them safely, and what they need.

What stood there before is kept, with who changed it and when.
"""

from collections.abc import Callable, Mapping
from typing import cast

from django.db import IntegrityError, transaction
from django.utils import timezone

from ..audit import trail
from ..facts import FAIR, MAY, Facts, Said, facts_of, seen
from ..models import (
    AccessNeed,
    ContactWish,
    Equality,
    FactsBefore,
    Identifier,
    Nation,
    Person,
    User,
)
from ..refusals import Refused
from ..values.phones import digits
from .person_rows import about_me_changed, unsaved_needs

SYSTEMS = {
    Nation.ENGLAND: Identifier.System.NHS,
    Nation.SCOTLAND: Identifier.System.CHI,
}


class ChangedSince(Exception):
    """Someone wrote this part meanwhile. Holds what stands there now."""

    def __init__(self, now: Facts) -> None:
        self.now = now
        super().__init__()


class NumberTaken(Refused):
    """Someone else at this site has this number already."""


@transaction.atomic
def rewrite(person: Person, part: str, *, by: User, said: Said, read: str) -> Person:
    """Write one part anew. `read` is the mark of the facts that the page has read.

    Raises ChangedSince when they are not those any more, and NumberTaken.
    """
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    before = facts_of(person, part)
    if read != seen(before):
        raise ChangedSince(before)
    return _write(person, by=by, said=said, parts=[part])


@transaction.atomic
def write(person: Person, *, by: User, said: Said) -> None:
    """Keep what a conversation said of reaching and needs; what was not there stays."""
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    parts = [
        part for part, box in (("reach", "phone"), ("needs", "access")) if box in said
    ]
    _write(person, by=by, said=said, parts=parts)


def _write(person: Person, *, by: User, said: Said, parts: list[str]) -> Person:
    before = {part: facts_of(person, part) for part in parts}
    for part in parts:
        WRITE[part](person, said)
    fresh = Person.objects.get(pk=person.pk)
    changed = [part for part in parts if facts_of(fresh, part) != before[part]]
    FactsBefore.objects.bulk_create(
        FactsBefore(person=person, part=part, facts=before[part], changed_by=by)
        for part in changed
        if any(before[part].values())  # nothing stood there: nothing to keep
    )
    if changed:
        trail.write(about_me_changed(person, changed, by=by, at=timezone.now()))
    return fresh


def _keep(person: Person, said: Mapping[str, object], *columns: str) -> None:
    """Write the columns that were on the page."""
    there = [column for column in columns if column in said]
    for column in there:
        setattr(person, column, said[column])
    person.save(update_fields=there)


def _names(person: Person, said: Said) -> None:
    born_on, born_year = said["born"]
    dated = {**said, "born_on": born_on, "born_year": born_year}
    _keep(person, dated, "known_as", "formal_name", "pronouns", "born_on", "born_year")
    write_identifier(person, said["identifier"])


def write_identifier(person: Person, value: str) -> None:
    """The number of this person's nation; empty takes it away. Raises NumberTaken."""
    system = SYSTEMS[Nation(person.site.nation)]
    mine = Identifier.objects.filter(person=person, system=system)
    if not value:
        mine.delete()
        return
    try:
        with transaction.atomic():
            Identifier.objects.update_or_create(
                person=person,
                system=system,
                defaults={"value": value, "site": person.site},
            )
    except IntegrityError as twin:
        raise NumberTaken(
            "Someone here already has this number. Go back and look again: "
            "this is most likely the same person."
        ) from twin


def _reach(person: Person, said: Said) -> None:
    wish, _ = ContactWish.objects.get_or_create(person=person)
    wish.phone, wish.email = said["phone"], said["email"]
    wish.phone_digits = digits(wish.phone)
    wish.words = said["reach_words"]
    if "days" in said:
        wish.days = "".join(sorted(said["days"]))
        wish.times, wish.may_say = said["times"], said["may_say"]
    chosen = set(said["may"])
    for name, column in MAY.items():
        setattr(wish, column, name in chosen)
    wish.save()
    _keep(person, said, "postcode", "address")


def _needs(person: Person, said: Said) -> None:
    chosen = set(said["access"])
    words = said["access_words"].strip()
    person.access_needs.all().delete()
    AccessNeed.objects.bulk_create(unsaved_needs(person, sorted(chosen), words))
    _keep(person, said, "language", "interpreter")


def _doctor(person: Person, said: Said) -> None:
    _keep(person, said, "gp_practice", "gp_phone")


def _fairness(person: Person, said: Said) -> None:
    columns = cast(Mapping[str, str], said)
    answers = {column: columns[column] for column in FAIR}
    before = Equality.objects.filter(person=person).first()
    if before is None or before.ethnicity != said["ethnicity"]:
        answers["nation"] = ""  # said anew: by the list of the place they are at
    Equality.objects.update_or_create(person=person, defaults=answers)


WRITE: dict[str, Callable[[Person, Said], None]] = {
    "names": _names,
    "reach": _reach,
    "needs": _needs,
    "doctor": _doctor,
    "fairness": _fairness,
}
