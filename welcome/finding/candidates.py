"""Whom to compare with a newcomer: who shares a name, a contact or a search key."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from ..likeness.match_keys import Facts, number, strong_keys
from ..models import Person, Site
from ..values.phones import digits

#: So many are fetched by their keys, and so many of them compared in full.
_FETCHED, _COMPARED = 1500, 50


@dataclass
class Newcomer:
    """What is known of someone before they have a record."""

    site: Site
    name: str
    born_on: date | None = None
    born_year: int | None = None
    phone: str = ""
    postcode: str = ""
    identifier: str = ""
    known_as: str = ""
    email: str = ""


def newcomer_facts(newcomer: Newcomer) -> Facts:
    return Facts(
        newcomer.site.pk,
        newcomer.known_as,
        newcomer.name,
        newcomer.born_on,
        newcomer.born_year,
        newcomer.postcode,
    )


def candidates(newcomer: Newcomer, without: set[UUID]) -> Iterable[Person]:
    here = Person.objects.filter(site=newcomer.site)
    here = here.select_related("team", "linked_to__team", "contact_wish")
    here = here.defer("find_keys")
    if newcomer.identifier:
        here = here.prefetch_related("identifiers")
    return here.filter(pk__in=(_by_reach(newcomer) | _by_keys(newcomer)) - without)


#: What is known of someone besides name and birthday, each on an index of its own.
_REACH = """
(SELECT person_id FROM welcome_contactwish
 WHERE phone_digits = %(phone)s AND %(phone)s <> '' LIMIT 40)
UNION
(SELECT person_id FROM welcome_contactwish
 WHERE lower(email) = %(email)s AND email <> '' LIMIT 40)
UNION
(SELECT person_id FROM welcome_identifier
 WHERE site_id = %(site)s AND system IN ('nhs', 'chi') AND value = %(number)s)
"""


def _by_reach(newcomer: Newcomer) -> set[UUID]:
    known = {
        "phone": digits(newcomer.phone),
        "email": newcomer.email.lower(),
        "number": newcomer.identifier,
    }
    if not any(known.values()):
        return set()
    with connection.cursor() as cursor:
        cursor.execute(_REACH, known | {"site": newcomer.site.pk})
        return {pk for (pk,) in cursor.fetchall()}


def _by_keys(newcomer: Newcomer) -> set[UUID]:
    """Those who share most keys; a rare key tells more than a common one."""
    facts = newcomer_facts(newcomer)
    asked = {
        number(facts.site, key) for said in _also(facts) for key in strong_keys(said)
    }
    rows = _sharing(list(asked))
    common = Counter(key for _, keys in rows for key in asked.intersection(keys))
    weighed = [
        (sum(1 / common[key] for key in asked.intersection(keys)), pk)
        for pk, keys in rows
    ]
    weighed.sort(key=lambda row: -row[0])
    return {pk for _, pk in weighed[:_COMPARED]}


def _sharing(asked: list[int]) -> list[tuple[UUID, list[int]]]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, find_keys FROM welcome_person WHERE find_keys && %s LIMIT %s",
            [asked, _FETCHED],
        )
        rows: list[Any] = cursor.fetchall()
    return rows


def _also(facts: Facts) -> list[Facts]:
    """The facts, and the same with day and month of the birthday turned."""
    day = facts.born_on
    if day is None or day.day > 12 or day.day == day.month:
        return [facts]
    return [facts, replace(facts, born_on=date(day.year, day.day, day.month))]
