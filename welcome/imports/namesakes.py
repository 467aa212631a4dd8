"""Who at the team itself has the same full name: a wider net than among strangers.

A team that imports its list again, with another column filled in, would otherwise make
everyone a second time. The names are compared by how they sound, in either order.
"""

from collections import defaultdict
from uuid import UUID

from ..finding.by_index import by_index
from ..finding.possible_duplicates import Twin
from ..likeness.match_keys import Facts, number, strong_keys, told_words
from ..likeness.scoring import compare_names
from ..models import Team
from ..models.people import PersonQuerySet
from .row_facts import Told

#: Both names the same, or a spelling that sounds the same; no birthday against it.
_SAME_NAME = 3.7


def namesakes(told: dict[int, Told], team: Team, people: PersonQuerySet) -> set[int]:
    """The numbers of rows for which the team has someone of that name and year."""
    asked = {row: _keys(each, team.site_id) for row, each in told.items()}
    wanted = list(set().union(*asked.values()))
    if not wanted:
        return set()
    years = _years(people.filter(team=team, find_keys__overlap=wanted), set(wanted))
    return {
        row
        for row, keys in asked.items()
        if any(
            _is_possible(told[row].year, year) for key in keys for year in years[key]
        )
    }


def is_namesake(told: Told, twin: Twin, team: Team) -> bool:
    """Whether this twin is of the team itself, and has the row's full name."""
    person = twin.person
    if person.team_id != team.pk or twin.score < _SAME_NAME:
        return False
    ours = told_words(Facts("", told.known_as, told.formal_name))
    theirs = told_words(Facts("", person.known_as, person.formal_name))
    return compare_names(ours, theirs).points >= _SAME_NAME


def _keys(told: Told, site: UUID) -> set[int]:
    keys = strong_keys(Facts(site, told.known_as, told.formal_name))
    return {number(site, key) for key in keys if key.startswith("both ")}


def _years(people: PersonQuerySet, wanted: set[int]) -> dict[int, set[int | None]]:
    """By each key that was asked for: when those who have it were born."""
    years: dict[int, set[int | None]] = defaultdict(set)
    with by_index():
        for person in people.only("born_on", "born_year", "find_keys"):
            for key in wanted.intersection(person.find_keys or ()):
                years[key].add(person.year_of_birth)
    return years


def _is_possible(ours: int | None, theirs: int | None) -> bool:
    return ours is None or theirs is None or ours == theirs
