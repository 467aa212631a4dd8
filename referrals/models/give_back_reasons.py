"""Why a partner gives someone back, and what follows from it."""

from dataclasses import dataclass
from enum import StrEnum, auto

from django.db import models


class GiveBack(models.TextChoices):
    FULL = "full", "We have no room just now"
    ELSEWHERE = "elsewhere", "Someone else would help better"
    AREA = "area", "They live outside our area"
    AGE = "age", "We are for another age group"
    NOT_REACHED = "not_reached", "We could not reach them"
    NOT_WANTED = "not_wanted", "The person would rather not"
    UNSAFE_FOR_US = "unsafe", "We could not do this safely"
    TWICE = "twice", "We are already helping with this"


class Effect(StrEnum):
    """What the reason means for the next time someone thinks of this offer."""

    ASK_LATER = auto()
    NOT_FOR_THIS_NEED = auto()
    NOT_THIS_OFFER = auto()
    NOT_WISHED = auto()
    TRY_ANOTHER_WAY = auto()
    TALK_FIRST = auto()
    NOTHING = auto()


@dataclass(frozen=True)
class Meaning:
    """A reason's effect, and its codes in the national returns.

    See docs/domain.md, “Reasons for giving back”.

    `mhsds` is the referral rejection reason of MHS102 (01 duplicate, 02 inappropriate,
    03 incomplete), `bars` the nearer code of the booking and referral standard.
    """

    effect: Effect
    mhsds: str
    bars: str


MEANINGS: dict[str, Meaning] = {
    GiveBack.FULL: Meaning(Effect.ASK_LATER, "02", "22"),
    GiveBack.ELSEWHERE: Meaning(Effect.NOT_FOR_THIS_NEED, "02", "23"),
    GiveBack.AREA: Meaning(Effect.NOT_THIS_OFFER, "02", "42"),
    GiveBack.AGE: Meaning(Effect.NOT_THIS_OFFER, "02", "40"),
    GiveBack.NOT_REACHED: Meaning(Effect.TRY_ANOTHER_WAY, "03", "27"),
    GiveBack.NOT_WANTED: Meaning(Effect.NOT_WISHED, "02", "26"),
    GiveBack.UNSAFE_FOR_US: Meaning(Effect.TALK_FIRST, "02", "99"),
    GiveBack.TWICE: Meaning(Effect.NOTHING, "01", "99"),
}
