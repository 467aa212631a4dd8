"""Who comes, when, and to which team: everybody's life, thrown and played."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from .lives import wishes
from .lives.hours import moment
from .lives.pen import Ground, Life
from .lives.standing import standing
from .lives.steps import live
from .people.faces import face
from .places import opened_on
from .playing import Stage, play
from .playing.stage import Hands
from .rows import Rows
from .towns.towns import TeamThere, Town

#: Whole months that the numbers can look back on.
MONTHS = 24
#: Days before the first whole month in which people begin to come.
_BEFORE = 21
_BY_WEEKDAY = [1.0, 0.95, 0.95, 0.9, 0.8, 0.25, 0.2]
_BY_MONTH = [1, 0.97, 0.95, 0.88, 0.88, 0.85, 0.8, 0.75, 0.92, 0.97, 0.97, 0.72]


@dataclass(frozen=True)
class Thrown:
    """A life, and whose it will be."""

    life: Life
    there: TeamThere
    rng: Random


def people(
    rows: Rows, town: Town, hands: Hands, seed: str, today: date, count: int
) -> list[Stage]:
    """So many people with a record at this site, and those still waiting for one.

    They are played in the order in which they came, so that what neighbours on a list
    say is dealt one after the other, and differs.
    """
    now = moment(today)
    thrown = [*_by_chance(town, seed, today, count), *_wished_for(town, seed, today)]
    thrown.sort(key=lambda one: one.life.until(now)[0].at)
    return [_play(rows, town, hands, one, today) for one in thrown]


def _by_chance(town: Town, seed: str, today: date, count: int) -> Iterator[Thrown]:
    ground, number = town.ground(today), 0
    while count > 0:
        number += 1
        rng = Random(f"{seed} {town.place.slug} {number}")
        there = rng.choice(town.teams)
        life = _life(rng, ground, town, there, today)
        steps = life.until(moment(today))
        count -= any(step.what == "met" for step in steps)
        yield Thrown(life, there, rng)


def _wished_for(town: Town, seed: str, today: date) -> Iterator[Thrown]:
    for number, wish in enumerate(_wishes(town, today)):
        for nth in range(wish.count):
            rng = Random(f"{seed} wish {number} {nth}")
            life = wishes.come_true(rng, town.ground(today), wish, today)
            yield Thrown(life, town.teams[wish.team], rng)


def _life(
    rng: Random, ground: Ground, town: Town, there: TeamThere, today: date
) -> Life:
    """A life that begins on a believable day; a calm one for the home team."""
    is_home = town.place.slug == "edinburgh" and there is town.teams[0]
    while True:
        life = live(rng, ground, _day(rng, today))
        past = life.until(moment(today))
        if past and (not is_home or standing(past).is_calm):
            return life


def _day(rng: Random, today: date) -> date:
    """Busy Mondays, quiet Sundays, a slow August and a slower December."""
    first = opened_on(today, MONTHS) - timedelta(days=_BEFORE)
    while True:
        day = first + timedelta(days=rng.randrange((today - first).days))
        if rng.random() < _BY_WEEKDAY[day.weekday()] * _BY_MONTH[day.month - 1]:
            return day


def _play(rows: Rows, town: Town, hands: Hands, one: Thrown, today: date) -> Stage:
    team = one.there.team.name
    stage = Stage(
        rows=rows,
        town=town,
        there=one.there,
        face=face(one.rng, town.place, team, town.phones, today),
        needs=one.life.needs,
        rng=one.rng,
        hands=hands,
        today=moment(today),
    )
    return play(stage, one.life.until(moment(today)))


def _wishes(town: Town, today: date) -> list[wishes.Wish]:
    """Only in Edinburgh, where somebody can sign in."""
    if town.place.slug != "edinburgh":
        return []
    return wishes.edinburgh(
        _offers_of(town, "Harbour Money Advice"),
        _offers_of(town, "Lantern Housing"),
        today,
    )


def _offers_of(town: Town, partner: str) -> set[int]:
    return {n for n, offer in enumerate(town.offers) if offer.partner.name == partner}
