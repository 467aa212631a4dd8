"""While a partner helps: begin, pause, say how it goes, say farewell."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from welcome import actions as welcome
from welcome.audit import trail
from welcome.models import Hope, Rating, User, Voice
from welcome.refusals import Refused

from ..access.move_permissions import check
from ..models import Note, Referral, State, ToldAgain
from ..payloads import ReferralEnded
from . import state_moves
from .help_rows import noted, unsaved_note, unsaved_outcome
from .holder_after import back_to_the_team
from .introducers import tell_introducer
from .learned import learn
from .recipients import readers_at_team
from .telling import tell
from .told_again import said_told_again


@transaction.atomic
def begin_helping(referral: Referral, *, by: User, seen: str) -> Referral:
    """They have met, and help has begun; or it goes on after a pause."""
    check("begin", referral, by)
    referral, event = state_moves.move(referral, State.HELPING, by=by, seen=seen)
    if event.what == "referral.resumed":
        tell(event, referral, readers_at_team(referral))
    return referral


resume = begin_helping


@transaction.atomic
def add_note(
    referral: Referral, *, by: User, words: str, joins_story: bool = False
) -> Note:
    """How it goes, in a sentence or two. The first one means that help has begun.

    `joins_story`: the person agreed that it becomes part of their story.
    """
    referral = state_moves.locked(referral)
    check("note", referral, by)
    if referral.state == State.ACCEPTED:
        referral, _ = state_moves.move(referral, State.HELPING, by=by)
    if referral.state not in (State.HELPING, State.PAUSED):
        raise Refused("You can only add a note while you are helping.")
    last = referral.notes.last()
    if last and (last.words, last.by_id) == (words, by.pk):  # pressed twice
        return last
    note = unsaved_note(referral, words, by=by, at=timezone.now())
    note.save(force_insert=True)
    trail.write(noted(note))
    if joins_story:
        learn(note, by=by)
    return note


@transaction.atomic
def rate_hope(
    referral: Referral,
    hope: Hope,
    *,
    by: User,
    once: UUID,
    score: int,
    words: str = "",
    voice: str = Voice.PERSON,
    is_slip: bool = False,
) -> Rating:
    """How near a hope is now, where hopes are shared. It is help that has begun."""
    referral = state_moves.locked(referral)
    check("note", referral, by)
    state_moves.still_shared(referral)
    agreement = referral.agreement
    if agreement is None or not agreement.shares_hopes:
        raise Refused("Hopes are not shared with you. Ask the Welcome Team.")
    if hope.person_id != referral.person_id:
        raise Refused("This hope belongs to someone else.")
    if referral.state == State.ACCEPTED:
        referral, _ = state_moves.move(referral, State.HELPING, by=by)
    if referral.state not in (State.HELPING, State.PAUSED):
        raise Refused("You can only rate a hope while you are helping.")
    return welcome.rate_hope(
        hope, by=by, once=once, score=score, words=words, voice=voice, is_slip=is_slip
    )


@transaction.atomic
def say_farewell(
    referral: Referral,
    *,
    by: User,
    how: str,
    words: str,
    told_again: str,
    letter: str = "",
    may_tell_introducer: bool = False,
    joins_story: bool = False,
    seen: str,
) -> Referral:
    """The partner has done its part: the welcome team holds the person again.

    `letter` is theirs to take along. With their yes, and never without it, whoever
    introduced them hears that help has ended. So it is with `joins_story`: with their
    yes the words for the team become part of their story.
    """
    check("farewell", referral, by)
    if state_moves.as_seen(referral, seen).state == State.ACCEPTED:
        state_moves.move(referral, State.HELPING, by=by)
    referral, event = state_moves.move(
        referral,
        State.ENDED,
        by=by,
        codes=ReferralEnded(how=how, told_again=told_again),
    )
    along = {"letter": letter, "may_tell_introducer": may_tell_introducer}
    outcome = unsaved_outcome(referral, how, words, by=by, at=timezone.now(), **along)
    outcome.save(force_insert=True)
    if joins_story:
        learn(outcome, by=by)
    said_told_again(referral, ToldAgain.When.ENDED, told_again, by=by)
    back_to_the_team(referral, by=by)
    tell(event, referral, readers_at_team(referral))
    if may_tell_introducer:
        tell_introducer(referral, by=by)
    return referral
