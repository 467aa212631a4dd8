"""Four people of the home team whose stories are told in full: see the design pages."""

from datetime import date, datetime, timedelta
from random import Random

from welcome.models import User

from .lives.hours import moment, working_days_before
from .lives.pen import Codes, Step
from .lives.scripts import AILSA, AILSA_CORRECTS, CALLUM, NASREEN, WULLIE, Script
from .lives.sketches import AILSA_MAP, CALLUM_MAP
from .playing import Stage, play
from .playing.stage import Hands
from .rows import Rows
from .towns.towns import TeamThere, Town


def showpieces(rows: Rows, town: Town, hands: Hands, today: date) -> list[Stage]:
    """Ailsa, Callum, Nasreen and Wullie, where their lives stand today."""
    return [
        _play(rows, town, hands, AILSA, _ailsa(town, today), today),
        _play(rows, town, hands, CALLUM, _callum(town, today), today),
        _play(rows, town, hands, NASREEN, _nasreen(today), today),
        _play(rows, town, hands, WULLIE, _wullie(today), today),
    ]


def _ailsa(town: Town, today: date) -> list[Step]:
    """Heard, put right, sent to Harbour: due in three working days."""
    met = ago(today, 14, 10, 5)
    put_right = Codes(prompt="hard", words=AILSA_CORRECTS)
    return [
        Step(ago(today, 17, 15, 20), "introduced", codes={"source": "housing"}),
        Step(met, "met", codes={"is_first": True}),
        heard(met, 55),
        Step(met + timedelta(minutes=57), "hoped"),
        Step(met + timedelta(minutes=62), "satisfied"),
        Step(met + timedelta(minutes=58), "mapped", codes=AILSA_MAP),
        Step(ago(today, 12, 20, 14), "corrected", codes=put_right),
        Step(ago(today, 10, 11, 40), "added"),
        Step(ago(today, 3, 15, 30), "rated"),
        Step(ago(today, 3, 15, 38), "satisfied"),
        _asked(ago(today, 2, 14, 10), _offer(town, "Letters and debt"), "money"),
        Step(ago(today, 1, 9, 25), "looked", 1),
    ]


def _callum(town: Town, today: date) -> list[Step]:
    """Given back yesterday by Pier Counselling: first on Today."""
    met = ago(today, 9, 17, 10)
    yesterday = moment(today - timedelta(days=1), 16, 5)
    return [
        Step(ago(today, 13, 22, 41), "introduced", codes={"source": "self"}),
        Step(met, "met", codes={"is_first": True}),
        heard(met, 70),
        Step(met + timedelta(minutes=73), "mapped", codes=CALLUM_MAP),
        _asked(ago(today, 5, 10, 30), _offer(town, "Talking, one to one"), "talking"),
        Step(yesterday, "returned", 1, {"reason": "full"}),
    ]


def _nasreen(today: date) -> list[Step]:
    return [Step(ago(today, 1, 12, 15), "introduced", codes={"source": "gp"})]


def _wullie(today: date) -> list[Step]:
    """His conversation is a draft since Friday."""
    friday = today - timedelta(days=(today.weekday() - 4) % 7 or 7)
    return [
        Step(ago(today, 8, 11, 30), "introduced", codes={"source": "voluntary"}),
        Step(moment(friday, 14, 30), "met", codes={"is_first": True}),
    ]


def ago(today: date, working_days: int, hour: int, minute: int) -> datetime:
    day = working_days_before(today, working_days, "scotland")
    return moment(day, hour, minute)


def heard(met: datetime, minutes: int) -> Step:
    codes = Codes(is_first=True, read_back=True)
    return Step(met + timedelta(minutes=minutes), "heard", codes=codes)


def _asked(at: datetime, offer: int, need: str) -> Step:
    codes = Codes(asked={1: offer}, need=need, urgency="usual", previous=0)
    return Step(at, "asked", codes=codes)


def _offer(town: Town, name: str) -> int:
    return next(n for n, offer in enumerate(town.offers) if offer.name == name)


def _play(
    rows: Rows,
    town: Town,
    hands: Hands,
    script: Script,
    steps: list[Step],
    today: date,
) -> Stage:
    """Morag Reid listens to all four."""
    there = town.teams[0]
    morag = next(u for u in there.people if u.email == "welcomer@example.org")
    stage = stage_for(rows, town, hands, script, there, morag, today)
    return play(stage, steps)


def stage_for(
    rows: Rows,
    town: Town,
    hands: Hands,
    script: Script,
    there: TeamThere,
    listener: User,
    today: date,
) -> Stage:
    """Where the life of somebody with a script is played, and who listens."""
    return Stage(
        rows=rows,
        town=town,
        there=there,
        face=script.face(today),
        needs=list(script.needs),
        rng=Random(f"showpiece {script.known_as}"),
        hands=hands,
        today=moment(today),
        script=dict(script.words),
        listener=listener,
    )
