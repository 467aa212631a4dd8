"""Twins: are they found, and are strangers left alone? On pairs that we know.

PAIRS= and STRANGERS= set how many (6,000 and 5,000). Strangers are drawn from the
same names; every tenth lives in the house of somebody known: same surname, postcode
and phone, another first name and birthday. The same seed makes the same people.
"""

import os
import time
from collections import defaultdict
from dataclasses import replace
from random import Random
from statistics import median, quantiles
from uuid import UUID

from welcome.finding import search_box
from welcome.finding.candidates import Newcomer
from welcome.finding.possible_duplicates import Twin, likely_same
from welcome.models import Person, Site
from welcome.models.people import PersonQuerySet

from . import made_up_names, town
from .slips import KINDS, Told
from .town import Somebody


def measure(people: int) -> list[dict[str, object]]:
    site, everybody, seconds = town.build(people)
    many = int(os.environ.get("PAIRS") or 6000)
    pairs, strangers = _pairs(site, everybody, many), _strangers(site, everybody)
    written = {"what": f"{people} people written into one site"}
    rows = [written | {"seconds": round(seconds)}]
    rows += _recall(pairs) + _alarms(strangers) + _box(site, pairs)
    return rows


def _pairs(
    site: Site, everybody: list[Somebody], many: int
) -> list[tuple[str, Newcomer, Somebody]]:
    random, pairs = Random(11), []
    while len(pairs) < many:
        kind = KINDS[len(pairs) % len(KINDS)]
        for _ in range(10_000):
            one = random.choice(everybody)
            told = kind(random, _told(random, one))
            if told and told.name.strip():
                break
        assert told
        pairs.append((kind.__name__, _newcomer(site, told), one))
    return pairs


def _told(random: Random, one: Somebody) -> Told:
    """Some do not give their phone or postcode; some have a new one since."""
    phone = one.phone if random.random() < 0.75 else town.phone(random)
    postcode = one.postcode if random.random() < 0.8 else town.postcode(random)
    phone = phone if random.random() < 0.6 else ""
    postcode = postcode if random.random() < 0.65 else ""
    phone, postcode = _findable(one, phone, postcode)
    return Told(
        one.first,
        one.last,
        one.born_on,
        one.born_year,
        phone,
        postcode,
        same_phone=phone == one.phone != "",
        same_postcode=postcode == one.postcode != "",
    )


def _findable(one: Somebody, phone: str, postcode: str) -> tuple[str, str]:
    """Whoever is known without a birthday is told with something else of theirs."""
    ours = phone == one.phone != "" or postcode == one.postcode != ""
    if ours or one.born_on:
        return phone, postcode
    return one.phone or phone, one.postcode or postcode


def _newcomer(site: Site, told: Told) -> Newcomer:
    born = told.born_on, told.born_year
    return Newcomer(site, told.name, *born, told.phone, told.postcode)


def _strangers(site: Site, everybody: list[Somebody]) -> list[Newcomer]:
    random, names = Random(13), made_up_names.pools()
    many = int(os.environ.get("STRANGERS") or 5000)
    strangers = []
    for n in range(many):
        one = town.somebody(random, names, n)
        if n % 10 == 0:
            near = random.choice(everybody)
            home = {"last": near.last, "postcode": near.postcode, "phone": near.phone}
            one = replace(one, **home) if near.first != one.first else one
        told = Told(
            one.first, one.last, one.born_on, one.born_year, one.phone, one.postcode
        )
        strangers.append(_newcomer(site, told))
    return strangers


def _look(newcomer: Newcomer) -> tuple[list[Twin], float]:
    began = time.perf_counter()
    twins = likely_same(newcomer)
    return twins, (time.perf_counter() - began) * 1000


def _recall(pairs: list[tuple[str, Newcomer, Somebody]]) -> list[dict[str, object]]:
    ranks: dict[str, list[int]] = defaultdict(list)
    times = []
    for kind, newcomer, one in pairs:
        twins, taken = _look(newcomer)
        times.append(taken)
        found = [twin.person.pk for twin in twins]
        ranks[kind].append(found.index(one.pk) + 1 if one.pk in found else 99)
    everything = [rank for kind in ranks.values() for rank in kind]
    rows = [_said("all twins", everything) | _times(times)]
    return rows + [_said(kind.replace("_", " "), ranks[kind]) for kind in ranks]


def _said(what: str, ranks: list[int]) -> dict[str, object]:
    return {
        "what": f"found: {what}",
        "pairs": len(ranks),
        "recall_at_1": round(sum(rank == 1 for rank in ranks) / len(ranks), 4),
        "recall_at_5": round(sum(rank <= 5 for rank in ranks) / len(ranks), 4),
    }


def _alarms(strangers: list[Newcomer]) -> list[dict[str, object]]:
    looked = [_look(newcomer) for newcomer in strangers]
    strong = sum(any(twin.is_strong for twin in twins) for twins, _ in looked)
    shown = sum(bool(twins) for twins, _ in looked)
    said: dict[str, object] = {
        "what": "newcomers who are nobody’s twin",
        "newcomers": len(strangers),
        "strong_alarms_per_cent": round(100 * strong / len(looked), 3),
        "shown_alarms_per_cent": round(100 * shown / len(looked), 1),
    }
    return [said | _times([taken for _, taken in looked])]


def _box(
    site: Site, pairs: list[tuple[str, Newcomer, Somebody]]
) -> list[dict[str, object]]:
    """The search box, as somebody types into it: a name, a name and a year, a phone."""
    people = Person.objects.filter(site=site).select_related("team")
    teams = [team.pk for team in site.teams.all()]
    asked = {
        "name": [one.formal for _, _, one in pairs[:400]],
        "name and year": [
            f"{one.first} {one.born_on.year}"
            for _, _, one in pairs[:400]
            if one.born_on
        ],
        "a misspelt name": [
            new.name for kind, new, _ in pairs[:3000] if kind == "one_slip"
        ],
        "first name alone": [one.first for _, _, one in pairs[:400]],
        "phone": [one.phone for _, _, one in pairs[:400] if one.phone],
        "postcode": [one.postcode for _, _, one in pairs[:400] if one.postcode],
    }
    return [_asked(people, kind, words, teams) for kind, words in asked.items()]


def _asked(
    people: PersonQuerySet, kind: str, asked: list[str], teams: list[UUID]
) -> dict[str, object]:
    times, found = [], 0
    for words in asked:
        began = time.perf_counter()
        found += bool(search_box.by_words(people, words, teams).people)
        times.append((time.perf_counter() - began) * 1000)
    return {"what": f"search box: {kind}", "found": found, "of": len(asked)} | _times(
        times
    )


def _times(times: list[float]) -> dict[str, object]:
    return {
        "median_ms": round(median(times), 1),
        "p95_ms": round(quantiles(times, n=20)[-1], 1),
    }
