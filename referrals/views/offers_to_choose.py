"""The offers on the page that sends a story: what suits best first, with why."""

from typing import Any
from uuid import UUID

from django.http import QueryDict

from welcome.models import Person
from welcome.reading.banner import banner_for
from welcome.reading.bounded_counts import MOST
from welcome.values.keys_from_outside import keys_in
from welcome.values.numbers_from_outside import whole_number

from ..matching.rules import RULES
from ..matching.searching import offered_choices, searched
from ..matching.suggesting import Suggested, suggested_for
from ..models import State

#: So many are shown at first; “Show more offers” adds as many again.
AT_MOST = 40
#: So many are weighed at once; a place with more is searched first.
WEIGHED = 400
#: And never more than these, however often more were asked for.
_MOST = 2000
#: So many are put forward.
BEST = 5
#: So many stand in sight, if nothing was looked for; the others are a press away.
IN_SIGHT = 6


def offers_to_choose(
    said: QueryDict, person: Person, offers: Any, *, need: str | None
) -> dict[str, object]:
    """The offers, what suits best first, with why; what was ticked stays in sight."""
    search = searched(said)
    ticked = set(keys_in(said.getlist("offers")))
    found = search.among(offers.offered()).exclude(pk__in=ticked).roomiest_first()
    at_most = _at_most(said)
    shown = [*offers.filter(pk__in=ticked), *found[: max(WEIGHED, at_most) + 1]]
    asked = person.referrals.open().exclude(state=State.DRAFT)
    already = set(asked.values_list("offer_id", flat=True))
    suggested = suggested_for(person, need or search.about, shown)
    chosen = [one for one in suggested if one.offer.pk in ticked]
    rest = [one for one in suggested if one.offer.pk not in ticked]
    best = [] if search.is_narrow else _best(rest, already)
    others = [one for one in rest if one not in best][:at_most]
    here = len(others)
    if not search.is_narrow:
        here = max(IN_SIGHT - len(chosen) - len(best), 0)
    return {
        "person": person,
        "banner": banner_for(person),
        "chosen_first": chosen,
        "best": best,
        "others": others[:here],
        "folded": others[here:],
        "offers_shown": at_most,
        "is_unfolded": at_most > AT_MOST,
        "cut": _how_many(len(chosen) + len(best) + len(others), len(suggested)),
        "against": any(one.against for one in suggested),
        "asked": already,
        "chosen": {str(pk) for pk in ticked},
        "search": search,
        "rules": RULES,
    } | offered_choices(person.site)


def _at_most(said: QueryDict) -> int:
    """As many as the page showed, and more of them if that is what was pressed."""
    before = whole_number(said.get("offers_shown", ""), least=AT_MOST, most=_MOST)
    more = AT_MOST if "more_offers" in said else 0
    return min((before or AT_MOST) + more, _MOST)


def _how_many(shown: int, found: int) -> str:
    """
    >>> _how_many(40, 52), _how_many(120, 401), _how_many(40, 40)
    ('40 of 52', '120 of 219+', '')
    """
    count = str(found) if found <= shown + MOST else f"{shown + MOST}+"
    return f"{shown} of {count}" if found > shown else ""


def _best(rest: list[Suggested], already: set[UUID]) -> list[Suggested]:
    """The few that are put forward: for something they need, and to be asked now."""
    fits = [one for one in rest if one.why.is_for_them and one.why.points > 0]
    return [one for one in fits if one.offer.pk not in already][:BEST]
