"""Whatever anybody does, in whatever order, nobody is dropped and nothing leaks.

Each life begins where a story was sent to two partners, and then random people make
random moves, most of which they may not make. After every move the promises hold.
Lives share their beginnings, as the branches of a tree do, so that a move is made once
for all that follow from it. `LIVES` and `SEED` in the environment make it longer, or
the same once more.
"""

import os
import uuid
from random import Random

import pytest
from django.db import connection, transaction
from django.utils import timezone

from referrals import actions
from referrals.access.move_permissions import HANDS, sides_of
from referrals.models import MOVES, PUT_RIGHT, HandOn, Question, Referral, State
from referrals.reminders import pauses_over
from welcome import actions as welcome
from welcome.models import Event, Person, User
from welcome.refusals import Refused

from .. import factories as make
from ..undone import undone

LIVES = int(os.environ.get("LIVES", "2000"))
#: Into how many a life parts before its last move, and before the one before that.
FORKS = 4
REASONS = ["full", "elsewhere", "not_wanted", "not_reached", "unsafe", "twice"]


class World:
    """Amina, everybody who may touch her referrals, and the dice."""

    def __init__(self, seed, amina, people, onlookers, offers, agreed):
        self.rng, self.amina, self.offers = Random(seed), amina, offers
        self.onlookers = onlookers
        self.people, self.agreed, self.done = people, agreed, 0

    def one(self):
        return self.picked

    def somebody(self, verb):
        """Mostly whoever may; one time in four anybody at all."""
        rows = Referral.objects.select_related("person").order_by("sent_at", "pk")
        self.picked = self.rng.choice(list(rows))
        if verb == "pause_over":
            return User.objects.hand("clock")
        may = [
            user
            for user in self.people
            if sides_of(user, self.picked) & HANDS.get(HAND_OF.get(verb, verb), set())
        ]
        anybody = self.rng.random() < 0.25 or not may
        return self.rng.choice(self.people if anybody else may)

    def live(self):
        verb = self.rng.choice(list(VERBS))
        by = self.somebody(verb)
        before = dict(Referral.objects.values_list("pk", "state"))
        try:
            with transaction.atomic():
                VERBS[verb](self, by)
                connection.check_constraints()  # the deferred rules speak now
        except (Refused, Nothing):
            assert dict(Referral.objects.values_list("pk", "state")) == before, verb
            return
        self.done += 1
        self.every_change_is_legal(before, verb, by)

    def every_change_is_legal(self, before, verb, by):
        for referral in Referral.objects.select_related("person", "moved_by"):
            was = State(before.get(referral.pk, State.DRAFT))
            if referral.state == was:
                continue
            now = State(referral.state)
            assert now in reachable(was), (verb, was, now)
            assert referral.moved_by == by and referral.moved_at, verb
            assert Event.objects.filter(
                about=f"referrals.Referral:{referral.pk}", by=by
            )


class Nothing(Exception):
    """There was nothing to do it to."""


def reachable(was):
    """One move, or two in one breath: who accepted and says farewell, has helped."""
    once = MOVES[was] | PUT_RIGHT.get(was, set())
    return once | {two for one in once for two in MOVES[one]}


def send(world, by):
    made = actions.prepare(
        world.amina, by=by, once=uuid.uuid4(), words="Help", need="money",
        urgency="usual", offers=[world.rng.choice(world.offers)],
        wants=world.rng.choice(["all", "first"]), despite="They rang.",
        previous=world.rng.choice([None, *Referral.objects.needing_us()]),
    )  # fmt: skip
    if not actions.agree_and_send(made, seen=make.seen(made), by=by, **world.agreed):
        raise Nothing


def propose(world, by):
    offer = world.rng.choice(world.offers)
    actions.propose_hand_on(
        now := world.one(), seen=make.seen(now), by=by, offer=offer, words="Nearer."
    )


def agree(world, by):
    proposal = HandOn.objects.open().first()
    if proposal is None:
        raise Nothing
    if world.rng.random() < 0.3:
        actions.decline_hand_on(proposal, seen=make.seen(proposal), by=by, answer="No.")
    else:
        actions.agree_hand_on(proposal, seen=make.seen(proposal), by=by, **world.agreed)


def answer(world, by):
    question = Question.objects.filter(answered_at=None).first()
    if question is None:
        raise Nothing
    actions.answer(question, by=by, words="Tuesday.", joins_story=True)


def pause_over(world, by):
    """The day has come, whoever is about: the clock resumes what is paused."""
    paused = Referral.objects.filter(state="paused")
    if not paused.update(paused_until=timezone.localdate()):
        raise Nothing
    pauses_over.resume()


def goodbye(world, by):
    if not by.team_ids & {world.amina.team_id}:
        raise Nothing  # the page is not theirs: see the table of doors
    welcome.say_farewell(world.amina, by=by, reason="well", words="Bye.")
    world.amina.refresh_from_db()


VERBS = {
    "send": send,
    "accept": lambda w, by: actions.accept(now := w.one(), seen=make.seen(now), by=by),
    "give_back": lambda w, by: actions.give_back(
        now := w.one(),
        seen=make.seen(now),
        by=by,
        reason=w.rng.choice(REASONS),
        suggestion="Elsewhere.",
    ),
    "begin": lambda w, by: actions.begin_helping(
        now := w.one(), seen=make.seen(now), by=by
    ),
    "pause": lambda w, by: actions.pause(
        now := w.one(), seen=make.seen(now), by=by, **make.a_pause()
    ),
    "pause_over": pause_over,
    "note": lambda w, by: actions.add_note(w.one(), by=by, words="We met."),
    "farewell": lambda w, by: actions.say_farewell(
        now := w.one(),
        seen=make.seen(now),
        by=by,
        how="better",
        words="Well.",
        told_again="no",
    ),
    "ask": lambda w, by: actions.ask(w.one(), by=by, words="Which day?"),
    "answer": answer,
    "propose": propose,
    "agree": agree,
    "withdraw": lambda w, by: actions.withdraw(
        now := w.one(), seen=make.seen(now), by=by
    ),
    "end_agreement": lambda w, by: actions.withdraw_agreement(
        now := w.one(), seen=make.seen(now), by=by
    ),
    "decide": lambda w, by: actions.decide(now := w.one(), seen=make.seen(now), by=by),
    "annul": lambda w, by: actions.annul(
        now := w.one(), seen=make.seen(now), by=by, why="A slip."
    ),
    "reopen": lambda w, by: actions.reopen(
        now := w.one(), seen=make.seen(now), by=by, why="A slip."
    ),
    "goodbye": goodbye,
}


HAND_OF = {"propose": "propose_hand_on", "agree": "answer_hand_on", "goodbye": "send"}


def promises_hold(amina, onlookers):
    """One holder at every instant; closed only with a why; shared only as agreed."""
    amina = Person.objects.get(pk=amina.pk)
    spans = list(amina.holdings.order_by("from_at").values_list("from_at", "until_at"))
    left = set(amina.farewells.values_list("said_at", flat=True))
    assert amina.is_open == (spans[-1][1] is None)
    assert amina.is_open or left
    for (_, until), (begins, _) in zip(spans, spans[1:], strict=False):
        assert until == begins or until in left
    referrals = list(amina.referrals.select_related("agreement"))
    for referral in referrals:
        closed_with_a_why(referral)
        if referral.is_shared:
            assert referral.agreement.withdrawn_at is None
    for user in onlookers:
        seen_as_agreed(user, referrals)


def closed_with_a_why(referral):
    match referral.state:
        case State.RETURNED:
            assert referral.reason and referral.suggestion.strip()
        case State.ENDED:
            assert referral.outcome
        case State.WITHDRAWN:
            assert not referral.is_shared


def seen_as_agreed(user, referrals):
    """A partner knows of what was sent to it, and of nothing else."""
    sees = set(Referral.objects.visible_to(user).values_list("pk", flat=True))
    theirs = {r.pk for r in referrals if r.partner_id in user.partner_ids and r.sent_at}
    assert sees == theirs


def lives(world, moves):
    """So many more moves, undone again: for each life, how many were made in it."""
    done = world.done
    with undone():
        ends = list(lived(world, moves))
    world.done = done
    world.amina.refresh_from_db()
    return ends


def lived(world, moves):
    world.live()
    if moves > 1:
        for _ in range(FORKS if moves <= 3 else 1):
            yield from lives(world, moves - 1)
    else:
        promises_hold(world.amina, world.onlookers)
        yield world.done


def test_whatever_anybody_does_nobody_is_dropped(
    amina, priya, omar, tomasz, stranger, carol, letters, agreed, site, capsys
):
    seed = int(os.environ.get("SEED") or Random().randrange(10**9))
    with capsys.disabled():
        print(f" {LIVES} lives, SEED={seed} ", end="")
    lantern = make.make_organisation(name="Lantern", site=site, is_partner=True)
    lena = make.make_partner(lantern, name="Lena")
    sam = stranger.memberships.get().organisation
    offers = [letters, make.make_offer(lantern), make.make_offer(sam)]
    hand = User.objects.hand("person")
    people = [priya, priya, omar, omar, lena, lena, tomasz, stranger, carol, hand]
    onlookers = [omar, lena, stranger, carol]
    made = actions.prepare(
        amina, by=priya, once=uuid.uuid4(), words="Help", need="money",
        urgency="usual", offers=offers[:2],
    )  # fmt: skip
    actions.agree_and_send(made, seen=make.seen(made), by=priya, **agreed)
    ends, beginning = [], 0
    while len(ends) < LIVES:
        world = World(seed + beginning, amina, people, onlookers, offers, agreed)
        ends += lives(world, world.rng.randint(2, 9))
        beginning += 1
    assert sum(ends) > LIVES, "a life in which nothing happens proves nothing"


@pytest.mark.parametrize("verb", HANDS)
def test_a_stranger_stands_on_no_side(sent, verb, carol, tomasz):
    for user in (carol, tomasz):
        assert not sides_of(user, sent) & HANDS[verb]
