"""A town of up to a million made-up people in ONE site, copied in by the owner.

The site is called measured-town. Names as they are met (made_up_names.py); of every
hundred, 86 have a birthday, 8 only its year, 88 a postcode, 78 a phone.
"""

import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

import psycopg

from welcome.likeness.match_keys import Facts, keys_of
from welcome.models import Person, Site, Team

from . import made_up_names

_MADE = datetime(2026, 1, 5, 9, tzinfo=UTC)
#: Indexes that are quicker made afterwards than kept while copying.
_LATER = ("person_by_find_keys", "person_twin_by_name")


@dataclass
class Somebody:
    """One made-up person, as they would tell it."""

    pk: UUID
    first: str
    last: str
    called: str
    born_on: date | None
    born_year: int | None
    postcode: str
    phone: str

    @property
    def formal(self) -> str:
        return f"{self.first} {self.last}"


def somebody(random: Random, town: object, n: int) -> Somebody:
    first, last = made_up_names.name(random, town)  # type: ignore[arg-type]
    born = date(1932, 1, 1) + timedelta(int(random.triangular(0, 27_700, 18_000)))
    kind = random.random()
    return Somebody(
        UUID(int=random.getrandbits(128)),
        first,
        last,
        first,
        born if kind < 0.86 else None,
        born.year if 0.86 <= kind < 0.94 else None,
        postcode(random) if random.random() < 0.88 else "",
        phone(random) if random.random() < 0.78 else "",
    )


def phone(random: Random) -> str:
    """Begins with 04, as no number in Britain does: nobody can be rung on it."""
    return f"0499{random.randrange(10**7):07}"


def postcode(random: Random) -> str:
    """One of about 24,000 of a place that does not exist (ZZ)."""
    unit = "ABDEFGHJLN"
    tail = random.choice(unit) + random.choice(unit)
    return f"ZZ{random.randrange(1, 25)} {random.randrange(10)}{tail}"


def build(people: int) -> tuple[Site, list[Somebody], float]:
    """The site, everybody in it, and the seconds it took to write them."""
    site, _ = Site.objects.get_or_create(
        slug="measured-town", defaults={"name": "Measured", "nation": "england"}
    )
    team, _ = Team.objects.get_or_create(
        site=site, name="Measured", defaults={"email": "measured@example.org"}
    )
    random, town = Random(7), made_up_names.pools()
    everybody = [somebody(random, town, n) for n in range(people)]
    began = time.perf_counter()
    if Person.objects.filter(site=site).count() != people:
        _copy(everybody, site, team)
    return site, everybody, time.perf_counter() - began


def _copy(everybody: list[Somebody], site: Site, team: Team) -> None:
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        owner.execute("SET maintenance_work_mem = '1GB'")
        made = [
            row[0]
            for row in owner.execute(
                "SELECT indexdef FROM pg_indexes WHERE indexname = ANY(%s)",
                [list(_LATER)],
            )
        ]
        for index in _LATER:
            owner.execute(f"DROP INDEX {index}")
        _forget(owner, site)
        with owner.cursor() as cursor:
            _copy_people(cursor, everybody, site, team)
            _copy_reach(cursor, everybody)
        for index in made:
            owner.execute(index)
        owner.execute("VACUUM ANALYZE welcome_person")
        owner.execute("VACUUM ANALYZE welcome_contactwish")


def _forget(owner: psycopg.Connection[tuple[str]], site: Site) -> None:
    """A town of another size, from an earlier run."""
    owner.execute(
        "DELETE FROM welcome_contactwish USING welcome_person p "
        "WHERE p.id = person_id AND p.site_id = %s",
        [site.pk],
    )
    owner.execute("DELETE FROM welcome_person WHERE site_id = %s", [site.pk])


def _copy_people(
    cursor: psycopg.Cursor[object], everybody: list[Somebody], site: Site, team: Team
) -> None:
    columns = (
        "id, site_id, team_id, reference, known_as, formal_name, pronouns, born_on, "
        "born_year, postcode, address, language, interpreter, made_at, is_open, "
        "find_keys, gp_practice, gp_phone"
    )
    with cursor.copy(f"COPY welcome_person ({columns}) FROM STDIN") as copy:
        for row in _rows(everybody, site, team):
            copy.write_row(row)


def _rows(
    everybody: list[Somebody], site: Site, team: Team
) -> Iterator[tuple[object, ...]]:
    for n, one in enumerate(everybody):
        facts = Facts(
            site.pk, one.called, one.formal, one.born_on, one.born_year, one.postcode
        )
        born = (one.born_on, one.born_year)
        reach = (one.postcode, "", "", "", _MADE, False, keys_of(facts), "", "")
        reference = f"T{n:011}"
        names = (reference, one.called, one.formal, "")
        yield (one.pk, site.pk, team.pk, *names, *born, *reach)


def _copy_reach(cursor: psycopg.Cursor[object], everybody: list[Somebody]) -> None:
    may = "may_call, may_text, may_leave_message, may_say_who_we_are, may_email"
    columns = (
        f"person_id, phone, phone_digits, email, {may}, may_post, words, "
        "days, times, may_say"
    )
    with cursor.copy(f"COPY welcome_contactwish ({columns}) FROM STDIN") as copy:
        for one in everybody:
            copy.write_row((one.pk, one.phone, one.phone, "", *[False] * 6, *[""] * 4))
