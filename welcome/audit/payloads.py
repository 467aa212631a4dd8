"""What the details of this app's events hold: codes, numbers and references only.

An action writes them, `**HopeRated(…)`, and every reader reads the same type: a
letter, a page, or a measure in SQL. `payloads_by_code` says which code holds which.
"""

from typing import NotRequired, TypedDict


class IntroductionMade(TypedDict):
    source: str


class IntroductionAnswered(TypedDict):
    """Days from the introduction to the conversation that answers it."""

    source: str
    days: int


class IntroductionCalled(TypedDict):
    """Whether they answered the telephone."""

    reached: bool


class ContactLogged(TypedDict):
    """The codes of a `Contact`."""

    kind: str
    direction: str
    outcome: str


class MeetingSaid(TypedDict):
    """How they meet: the code of a `Meeting.How`.

    `against`: what spoke against the time. `next`: the code of a `Meeting.NextStep`.
    `times`: how many meetings of a series, where it is more than one.
    """

    how: str
    against: NotRequired[list[str]]
    next: NotRequired[str]
    times: NotRequired[int]


class HuddleEnded(TypedDict):
    decisions: int


class HuddleDecided(TypedDict):
    """Whether someone has a task from it."""

    task: bool


class DigestChosen(TypedDict):
    """Whether a user wants the morning's e-mail from now on."""

    wanted: bool


class DigestSent(TypedDict):
    """How many things the Today page of a user had, in each of its groups."""

    now: int
    today: int
    week: int
    others: int


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


class PassageDisputed(TypedDict):
    prompt: str


class AgreementChanged(TypedDict):
    """The keys of the passages that were read before, and of the one read now."""

    was: list[str]
    now: str


class PersonBroughtOver(TypedDict):
    source: str
    since: NotRequired[str]


class PersonFarewell(TypedDict):
    reason: str


class PersonAboutMe(TypedDict):
    """The parts that changed, in one code: `reach_needs`."""

    parts: str


class PersonLinked(TypedDict):
    """The reference of the other record."""

    other: str


class PersonCameBack(TypedDict):
    """Days since the farewell."""

    days: int


class PersonMoved(TypedDict):
    """The slug of the site to which they moved."""

    to: str


class HopeLaidDown(TypedDict):
    why: str


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


class TotalTyped(TypedDict):
    scale: str


class MapRedrawn(TypedDict):
    """What was done to the story map, and the number of the version it made."""

    change: str
    number: int


class ImportRows(TypedDict):
    rows: int


class ImportRun(TypedDict):
    """How many rows came to what."""

    made: int
    same: int
    here: int
    bad: int
    undecided: int


class ListTaken(TypedDict):
    """Which list left as a file, by its code, and how many rows."""

    list: str
    rows: int


class EmergencyOpened(TypedDict):
    why: str


class EmergencyReviewed(TypedDict):
    verdict: str


class DoorSent(TypedDict):
    """How the link reaches them: by e-mail, or shown once."""

    way: str


class Dated(TypedDict, total=False):
    """What a message says of its event: the day, or the moment of which it reminds."""

    on_day: str
    reminds_of: str


class MeetingReminded(Dated):
    """`whom`: the worker, or the person by e-mail or by text."""

    whom: str
