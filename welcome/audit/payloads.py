"""What the details of an event hold, by its code: codes, numbers and references only.

An action writes them, `**HopeRated(…)`, and whoever reads them reads the same type: a
letter, a page, or a measure in SQL. A house test holds every key that is read against
these, and every event that is written.
"""

from typing import Any, NotRequired, TypedDict


class IntroductionMade(TypedDict):
    source: str


class ConversationBegun(TypedDict):
    is_first: bool


class ConversationFinished(TypedDict):
    """`days` from the first introduction on, where this was the first conversation."""

    is_first: bool
    source: NotRequired[str]
    days: NotRequired[int]


class PassageAdded(TypedDict):
    prompt: str
    voice: str


class PassageCorrected(PassageAdded):
    """`readers`: in how many agreements the new words took the place of the old."""

    readers: int


class AgreementChanged(TypedDict):
    """The keys of the passages that were read before, and of the one read now."""

    was: list[str]
    now: str


class PersonBroughtOver(TypedDict):
    source: str
    since: NotRequired[str]


class PersonFarewell(TypedDict):
    reason: str


class HopeRated(TypedDict):
    """`rise`: of all this person's hopes, how far the one that moved best has come."""

    first: int
    now: int
    again: bool
    rise: int | None


class DialogCounted(TypedDict):
    """Both means, whether items were answered before, and which of them moved."""

    quality: float | None
    help: float | None
    again: bool
    better: list[str]
    worse: list[str]


class DialogFilled(DialogCounted):
    corrects: bool


class Dated(TypedDict, total=False):
    """What a message says of its event: the day, or the moment of which it reminds."""

    on_day: str
    reminds_of: str


#: The events whose details are read by something that counts, or come back as words.
PAYLOADS: dict[str, type[Any]] = {
    "introduction.made": IntroductionMade,
    "conversation.begun": ConversationBegun,
    "conversation.finished": ConversationFinished,
    "passage.added": PassageAdded,
    "passage.corrected": PassageCorrected,
    "agreement.changed": AgreementChanged,
    "person.brought_over": PersonBroughtOver,
    "person.farewell": PersonFarewell,
    "hope.rated": HopeRated,
    "dialog.filled": DialogFilled,
}
