"""Where one person's life is played: what is so at this moment of it."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import Unpack
from uuid import UUID

from django.db import models

from referrals.models import Question, Referral
from welcome.actions.holding_rows import Holder, held, unsaved_holding
from welcome.audit.looks import unsaved_look
from welcome.models import (
    Conversation,
    Dialog,
    Event,
    Holding,
    Hope,
    Introduction,
    Look,
    Passage,
    Person,
    Prompt,
    Team,
    User,
)

from ..people.faces import Face
from ..rows import Row, Rows, new_id
from ..towns.towns import TeamThere, Town

#: Looks are written for what happened in the last so many days.
LOOKS_SINCE = timedelta(days=45)


@dataclass
class Hands:
    """Who acts when nobody is signed in."""

    front_door: User
    clock: User


@dataclass
class Stage:
    rows: Rows
    town: Town
    there: TeamThere
    face: Face
    needs: list[str]
    rng: Random
    hands: Hands
    today: datetime
    #: Words that this person certainly says: by prompt, or by kind of line.
    script: dict[str, str] = field(default_factory=dict)
    #: Who listens, where it must be somebody.
    listener: User | None = None

    now: datetime = field(init=False)
    person: Person | None = None
    introduction: Introduction | None = None
    first_introduced: Introduction | None = None
    conversation: Conversation | None = None
    holding: Holding | None = None
    passages: dict[str, Passage] = field(default_factory=dict)
    referrals: dict[int, Referral] = field(default_factory=dict)
    questions: dict[int, Question] = field(default_factory=dict)
    hopes: dict[UUID, tuple[Hope, list[int]]] = field(default_factory=dict)
    dialogs: list[Dialog] = field(default_factory=list)
    returned: int = 0
    #: The partners whom this person has said no to.
    objected: set[UUID] = field(default_factory=set)
    is_helped: bool = False

    def __post_init__(self) -> None:
        self.now = self.today - timedelta(days=5000)

    @property
    def team(self) -> Team:
        return self.there.team

    @property
    def who(self) -> Person:
        """The person, once there is one."""
        assert self.person is not None
        return self.person

    @property
    def welcomer(self) -> User:
        """Who listens to this person; the same one throughout."""
        self.listener = self.listener or self.rng.choice(self.there.people)
        return self.listener

    def worker_at(self, referral: Referral) -> User:
        """Who it is at the partner, or anyone there before somebody has said yes."""
        people = self.town.workers[referral.partner.name]
        return referral.worker or self.rng.choice(people)

    def go_to(self, at: datetime) -> None:
        """The next moment, always a little later than the one before."""
        self.now = max(at, self.now + timedelta(seconds=1))

    def say(self, kind: str, about: str = "any", *, ours: bool = True) -> str:
        """A line of this kind: scripted, or dealt from the team's or town's deck."""
        if kind in self.script:
            return self.script[kind]
        deck = self.there.deck if ours else self.town.deck
        return deck.deal(self.rng, kind, about, self.face.facts)

    def shares(self, prompt: str) -> bool:
        """Whether they agree to share this passage: what brought them, and mostly all.

        A script names the prompts, and no others are shared.
        """
        if "shares" in self.script:
            return prompt in self.script["shares"].split()
        return prompt == Prompt.BROUGHT or self.rng.random() < 0.8

    def add(self, pk: UUID, row: Row) -> Row:
        """Gather a row that an app has made, to be written with all others."""
        return self.rows.add_as(pk, row)

    def happens(self, event: Event) -> Event:
        return self.rows.add(event)

    def look(self, by: User, why: Look.Why, about: models.Model | None = None) -> None:
        """They opened it before they did something, if that was lately."""
        if self.now > self.today - LOOKS_SINCE:
            at = self.now - timedelta(minutes=self.rng.randint(2, 12))
            self.rows.add(unsaved_look(self.who.pk, by=by, why=why, about=about, at=at))

    def hold(self, *, by: User, **holder: Unpack[Holder]) -> None:
        """From now on they hold the person."""
        row = unsaved_holding(self.who, self.holding, by=by, at=self.now, **holder)
        self.holding = self.add(self.new_id(), row)
        self.happens(held(row))

    def new_id(self) -> UUID:
        return new_id(self.rng)
