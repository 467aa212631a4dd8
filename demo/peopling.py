"""Who comes, when, and to which team: everybody's life, thrown and played."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from . import wishes
from .faces import face
from .hours import moment
from .lives import live
from .pen import Ground, Life
from .places import opened_on
from .playing import Stage, play
from .playing.stage import Hands
from .rows import Rows
from .standing import standing
from .towns import TeamThere, Town

#: Whole months that the numbers can look back on.
MONTHS = 24
#: Days before the first whole month in which people begin to come.
_BEFORE = 21
_BY_WEEKDAY = [1.0, 0.95, 0.95, 0.9, 0.8, 0.25, 0.2]
_BY_MONTH = [1, 0.97, 0.95, 0.88, 0.88, 0.85, 0.8, 0.75, 0.92, 0.97, 0.97, 0.72]


def people(
    rows: Rows, town: Town, hands: Hands, seed: str, today: date, count: int
) -> Iterator[Stage]:
    """So many people with a record at this site, and those still waiting for one."""
    ground, made, number = town.ground(today), 0, 0
    while made < count:
        number += 1
        rng = Random(f"{seed} {town.place.slug} {number}")
        there = rng.choice(town.teams)
        life = _thrown(rng, ground, town, there, today)
        stage = _play(rows, town, there, hands, rng, life, today)
        made += stage.person is not None
        yield stage
    for number, wish in enumerate(_wishes(town, today)):
        for nth in range(wish.count):
            rng = Random(f"{seed} wish {number} {nth}")
            life = wishes.come_true(rng, ground, wish, today)
            there = town.teams[wish.team]
            yield _play(rows, town, there, hands, rng, life, today)


def _thrown(
    rng: Random, ground: Ground, town: Town, there: TeamThere, today: date
) -> Life:
    """A life that begins on a believable day; a calm one for the home team."""
    is_home = town.place.slug == "edinburgh" and there is town.teams[0]
    while True:
        life = live(rng, ground, _day(rng, today))
        if not is_home or standing(life.until(moment(today))).is_calm:
            return life


def _day(rng: Random, today: date) -> date:
    """Busy Mondays, quiet Sundays, a slow August and a slower December."""
    first = opened_on(today, MONTHS) - timedelta(days=_BEFORE)
    while True:
        day = first + timedelta(days=rng.randrange((today - first).days))
        if rng.random() < _BY_WEEKDAY[day.weekday()] * _BY_MONTH[day.month - 1]:
            return day


def _play(
    rows: Rows,
    town: Town,
    there: TeamThere,
    hands: Hands,
    rng: Random,
    life: Life,
    today: date,
) -> Stage:
    stage = Stage(
        rows=rows,
        town=town,
        there=there,
        face=face(rng, town.place, there.team.name, town.phones, today),
        needs=life.needs,
        rng=rng,
        hands=hands,
        today=moment(today),
    )
    return play(stage, life.until(moment(today)))


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
