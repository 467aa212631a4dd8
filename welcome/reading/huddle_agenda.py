"""Who comes up in the team's daily meeting, page by page. A fixed number of queries."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.core import signing

from ..models import Holding, Person, Team, User
from ..registries.huddle_items import LOOKED_AT
from .bounded_counts import MOST, in_figures
from .huddle_reasons import Reasons, day_of, introduced_to, reasons_for
from .huddle_turns import Reason, Turn, add_facts

#: So many stand on a page: on a phone it stays within five screens.
AT_MOST = 10
_SALT = "huddle page"


@dataclass(frozen=True)
class Agenda:
    """Some of those who come up, how many there are, and the mark of the next page.

    `is_cut`: of one reason there are more than a huddle looks at.
    """

    turns: list[Turn]
    count: int
    next_mark: str
    is_cut: bool

    @property
    def figures(self) -> str:
        more = "+" if self.is_cut and self.count <= MOST else ""
        return f"{in_figures(self.count)}{more}"


def _by_need(turn: Turn) -> tuple[object, ...]:
    return *turn.reasons[0][:2], turn.key


def _by_day(turn: Turn) -> tuple[object, ...]:
    return min(reason.at for reason in turn.reasons), turn.key


def _by_name(turn: Turn) -> tuple[object, ...]:
    return turn.about.known_as.casefold(), turn.key


#: Sort orders by their code. Each ends in a key that no two share.
SORTED_BY = {"": _by_need, "day": _by_day, "name": _by_name}


def agenda(
    team: Team,
    user: User,
    *,
    asked: Mapping[str, str] = MappingProxyType({}),
    after: str = "",
    size: int = AT_MOST,
) -> Agenda:
    """Who needs the team most comes first, unless asked otherwise.

    `asked` holds the codes of the filters. `after` is the mark of the page before: it
    names the last one shown, signed.
    Once the team has decided about them it leads to the beginning again, so that
    no one is passed over.
    """
    by = SORTED_BY[asked.get("sort", "")]
    found, cut = _everyone(team, user, asked.get("worker", ""), by)
    if why := asked.get("why"):
        cut &= {why}
        found = [one for one in found if why in {r.kind for r in one.reasons}]
    begin = _place_after(found, after)
    shown = found[begin : begin + size]
    add_facts([turn for turn in shown if turn.is_person])
    more = len(found) > begin + size
    mark = signing.dumps(shown[-1].key, salt=_SALT) if more else ""
    return Agenda(shown, len(found), mark, bool(cut))


def _everyone(
    team: Team, user: User, worker: str, by: Callable[[Turn], Any]
) -> tuple[list[Turn], set[str]]:
    """All whom something brings here, and of which reasons there are more.

    With a worker, only those whom they hold: no one else is looked at.
    """
    people = Person.objects.visible_to(user).filter(team=team)
    if worker:
        held = Holding.objects.filter(until_at=None, worker=UUID(worker))
        people = people.filter(pk__in=held.values("person"))
    reasons = reasons_for(people)
    found = [
        Turn(person, sorted(reasons.why[person.pk]))
        for person in people.filter(pk__in=reasons.why)
    ]
    if not worker:
        found += _introduced(team, user, reasons)
    return sorted(found, key=by), reasons.cut


def _place_after(found: list[Turn], mark: str) -> int:
    try:
        last = signing.loads(mark, salt=_SALT) if mark else ""
    except signing.BadSignature:
        return 0
    places = (n for n, turn in enumerate(found, 1) if turn.key == last)
    return next(places, 0)


def _introduced(team: Team, user: User, reasons: Reasons) -> list[Turn]:
    rows = introduced_to(user).filter(team=team)[: LOOKED_AT + 1]
    return [
        Turn(
            row,
            [Reason(2, row.made_at, f"Introduced on {day_of(row.made_at)}", "new")],
        )
        for row in reasons.first("new", rows)
    ]
