"""Who comes up in the team's daily meeting, and why. A fixed number of queries.

Apps above this one add who needs the team through `registries.huddle_items`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core import signing
from django.db.models import DateTimeField, Exists, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from ..models import (
    Conversation,
    Decision,
    Event,
    Introduction,
    Mark,
    Person,
    Team,
    User,
)
from ..registries import huddle_items
from .bounded_counts import in_figures
from .huddle_turns import Reason, Turn, add_facts

#: So many stand on a page: on a phone it stays within five screens.
AT_MOST = 10
#: So many of each reason are looked at. Whoever is left out comes up in later meetings.
_LOOKED_AT = 100
_SALT = "huddle page"
#: A first conversation is news for so long, until something was decided.
NEW_DAYS = 14


@dataclass(frozen=True)
class Agenda:
    """Some of those who come up, how many there are, and the mark of the next page."""

    turns: list[Turn]
    count: int
    next_mark: str

    @property
    def figures(self) -> str:
        return in_figures(self.count)


def agenda(
    team: Team,
    user: User,
    *,
    asked: Mapping[str, str] = MappingProxyType({}),
    after: str = "",
    size: int = AT_MOST,
) -> Agenda:
    """Who needs the team most stands first. `after`: the mark of the page before.

    `asked` holds the codes of the filters. The mark names the last one shown, signed.
    Once the team has decided about them it leads to the beginning again, so that
    nobody is passed over.
    """
    found = _everyone(team, user, asked.get("worker", ""))
    if why := asked.get("why"):
        found = [one for one in found if why in {r.kind for r in one.reasons}]
    begin = _place_after(found, after)
    shown = found[begin : begin + size]
    add_facts([turn for turn in shown if turn.is_person])
    more = len(found) > begin + size
    mark = signing.dumps(shown[-1].key, salt=_SALT) if more else ""
    return Agenda(shown, len(found), mark)


def _everyone(team: Team, user: User, worker: str) -> list[Turn]:
    """All whom something brings here; with a worker, only those whom they hold."""
    why = _people_why(team)
    people = Person.objects.visible_to(user).filter(team=team, pk__in=why)
    if worker:
        people = people.filter(holdings__until_at=None, holdings__worker=UUID(worker))
    found = [Turn(p, sorted(why[p.pk])) for p in people]
    found += [] if worker else _introduced(team, user)
    return sorted(found, key=lambda turn: (*turn.reasons[0][:2], turn.key))


def _place_after(found: list[Turn], mark: str) -> int:
    try:
        last = signing.loads(mark, salt=_SALT) if mark else ""
    except signing.BadSignature:
        return 0
    places = (n for n, turn in enumerate(found, 1) if turn.key == last)
    return next(places, 0)


def _people_why(team: Team) -> dict[UUID, list[Reason]]:
    why: dict[UUID, list[Reason]] = {}
    for read in (_needing_us, _marked, _heard, _quiet):
        for person, reason in read(team):
            why.setdefault(person, []).append(reason)
    return why


Found = Iterable[tuple[UUID, Reason]]


def _needing_us(team: Team) -> Found:
    """From other rooms, unless the team has decided something since."""
    found = [row for source in huddle_items.sources() for row in source(team)]
    decided = dict(
        Decision.objects.filter(person__in=[row[0] for row in found])
        .order_by("decided_at")
        .values_list("person", "decided_at")
    )
    for person, at, words in found:
        if person not in decided or decided[person] < at:
            yield person, Reason(0, at, words, "back")


def _marked(team: Team) -> Found:
    marks = Mark.objects.standing().filter(person__team=team).select_related("made_by")
    for mark in marks.order_by("made_at")[:_LOOKED_AT]:
        who = mark.made_by.get_short_name()
        yield (
            mark.person_id,
            Reason(1, mark.made_at, f"{who} asks: {mark.why}", "marked"),
        )


def _heard(team: Team) -> Found:
    """A first conversation, and nothing decided since."""
    since = timezone.now() - timedelta(days=NEW_DAYS)
    decided = Decision.objects.filter(
        person=OuterRef("person"), decided_at__gte=OuterRef("finished_at")
    )
    first = Conversation.objects.filter(
        ~Exists(decided), team=team, is_first=True, finished_at__gte=since
    )
    rows = first.order_by("finished_at").values_list("person", "finished_at")
    for person, at in rows[:_LOOKED_AT]:
        if person and at:
            yield person, Reason(2, at, f"First conversation on {_day(at)}", "new")


def _quiet(team: Team) -> Found:
    """Nothing happened for long, not counting what the clock does by itself."""
    before = timezone.now() - timedelta(days=settings.QUIET_AFTER_DAYS)
    rows = quiet_people(team, before)[:_LOOKED_AT]
    for person, at in rows:
        yield person, Reason(3, at, f"Quiet since {_day(at)}", "quiet")


def quiet_people(team: Team, before: datetime) -> QuerySet[Any, Any]:
    """Open people of a team by their last event: one look into an index for each."""
    events = Event.objects.filter(person=OuterRef("pk"))
    human = events.exclude(by__email="clock@hands.invalid").order_by("-at", "-pk")
    last = Coalesce(
        Subquery(human.values("at")[:1]), "made_at", output_field=DateTimeField()
    )
    people = Person.objects.open().filter(team=team).annotate(last=last)
    return people.filter(last__lt=before).order_by("last").values_list("pk", "last")


def introduced_to(user: User) -> QuerySet[Introduction]:
    """Somebody who waits for a first conversation, not talked about yet."""
    decided = Decision.objects.filter(introduction=OuterRef("pk"))
    return Introduction.objects.visible_to(user).waiting().filter(~Exists(decided))


def marked_for(user: User) -> QuerySet[Mark]:
    """Whom somebody else of the user's teams wants to talk about."""
    return Mark.objects.visible_to(user).standing().exclude(made_by=user)


def _introduced(team: Team, user: User) -> list[Turn]:
    rows = introduced_to(user).filter(team=team)[:_LOOKED_AT]
    return [
        Turn(row, [Reason(2, row.made_at, f"Introduced on {_day(row.made_at)}", "new")])
        for row in rows
    ]


def _day(at: datetime) -> str:
    local = timezone.localtime(at)
    return f"{local:%A} {local.day} {local:%B}"
