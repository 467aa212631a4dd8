"""Have we met before? People who may be the same, and why they look alike.

One question to the database, on one index of keys (find_keys.py), finds who shares
something that seldom agrees by chance; the few who share most are compared in full
(likeness.py). Nothing here decides: a person always does.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from ..likeness.match_keys import Facts, told_words
from ..likeness.scoring import Likeness, compare_days, compare_names
from ..models import DuplicateAsk, Introduction, NotTheSame, Person
from ..values.phones import digits
from .by_index import by_index
from .candidates import Newcomer, candidates, newcomer_facts

SHOW_FROM = 3.5
STRONG_FROM = 6.8
_AT_MOST = 5


@dataclass
class Twin:
    """A person who may be the newcomer, and why."""

    person: Person
    score: float = 0
    why: list[str] = field(default_factory=list)
    #: Whether the user who looks may open the whole record.
    is_mine: bool = False
    #: The open question to a lead about the two, if there is one.
    asked: DuplicateAsk | None = None
    #: Who said that they are two, and when, where someone did.
    said: NotTheSame | None = None

    @property
    def is_strong(self) -> bool:
        return self.score >= STRONG_FROM

    @property
    def recognisable(self) -> str:
        """Enough to recognise someone by, and no more: shown across teams."""
        year = self.person.year_of_birth
        return f"{self.shown_as}, born {year}" if year else self.shown_as

    @property
    def shown_as(self) -> str:
        """The name for a reader of another team: no surname."""
        last = self.person.formal_name.rpartition(" ")[2][:1]
        return f"{self.person.known_as} {last}." if last else self.person.known_as

    def add(self, points: float, reason: str) -> None:
        self.score = round(self.score + points, 2)
        if reason:
            self.why.append(reason)

    def take(self, likeness: Likeness) -> None:
        self.score = round(self.score + likeness.points, 2)
        self.why += likeness.why


def likely_same(newcomer: Newcomer, *, without: Iterable[UUID] = ()) -> list[Twin]:
    """The most likely first, at most five. Few questions, each on an index."""
    with by_index():
        people = list(candidates(newcomer, set(without)))
    ours = told_words(newcomer_facts(newcomer))
    twins = [_weigh(newcomer, ours, person) for person in people]
    shown = [twin for twin in twins if twin.score >= SHOW_FROM]
    return sorted(shown, key=lambda twin: -twin.score)[:_AT_MOST]


def likely_twins_of(person: Person) -> list[Twin]:
    """Others who may be this person, without those of whom it was said they are not."""
    wish = getattr(person, "contact_wish", None)
    number = person.identifiers.first()
    newcomer = Newcomer(
        site=person.site,
        name=person.formal_name or person.known_as,
        known_as=person.known_as,
        born_on=person.born_on,
        born_year=person.born_year,
        phone=wish.phone if wish else "",
        email=wish.email if wish else "",
        postcode=person.postcode,
        identifier=number.value if number else "",
    )
    others = NotTheSame.objects.others_than(person) | {person.pk}
    return likely_same(newcomer, without=others)


def introduced(introduction: Introduction) -> Newcomer:
    """What someone at the front door has already told us."""
    return Newcomer(
        site=introduction.site,
        name=introduction.known_as,
        known_as=introduction.known_as,
        phone=introduction.phone,
        postcode=introduction.postcode,
        email=introduction.email,
    )


def _weigh(newcomer: Newcomer, ours: list[str], person: Person) -> Twin:
    twin = Twin(person)
    theirs = told_words(Facts("", person.known_as, person.formal_name))
    twin.take(compare_names(ours, theirs))
    _weigh_birthday(newcomer, twin)
    if newcomer.identifier:
        _weigh_number(newcomer, twin)
    _weigh_reach(newcomer, twin)
    return twin


def _weigh_number(newcomer: Newcomer, twin: Twin) -> None:
    numbers = {identifier.value for identifier in twin.person.identifiers.all()}
    if newcomer.identifier in numbers:
        twin.add(10, "the same NHS or CHI number")
    elif numbers:
        twin.add(-2, "")


def _weigh_reach(newcomer: Newcomer, twin: Twin) -> None:
    """Phone, e-mail and postcode: families share them, so none is enough alone."""
    wish = getattr(twin.person, "contact_wish", None)
    phone = digits(newcomer.phone)
    if phone and wish and wish.phone_digits == phone:
        twin.add(2.5, "the same phone number")
    if newcomer.email and wish and wish.email.lower() == newcomer.email.lower():
        twin.add(2.5, "the same e-mail address")
    if newcomer.postcode and newcomer.postcode == twin.person.postcode:
        twin.add(1, "the same postcode")


def _weigh_birthday(newcomer: Newcomer, twin: Twin) -> None:
    theirs, ours = twin.person.born_on, newcomer.born_on
    if theirs and ours:
        twin.take(compare_days(ours, theirs))
        return
    years = newcomer.born_year or (ours and ours.year), twin.person.year_of_birth
    if all(years):
        same = years[0] == years[1]
        twin.add(1 if same else -1.5, "born in the same year" if same else "")
