"""Playing how somebody comes to us and is heard."""

from datetime import timedelta

from welcome.actions.conversation_rows import (
    begun,
    finished,
    unsaved_conversation,
    unsaved_draft,
)
from welcome.actions.introduction_rows import answered, made
from welcome.actions.introduction_rows import closed as without_talk
from welcome.actions.person_rows import about_me_changed, welcomed
from welcome.models import Introduction, Look, Prompt, Voice

from ..lives.pen import Step
from ..people import names, telephones
from . import recording
from .speaking import passages_of
from .stage import Stage

#: Who introduces whom, and under what name they do it.
_INTRODUCERS = {
    "gp": "practice",
    "mental_health": "community team",
    "housing": "housing office",
    "council": "social work desk",
    "voluntary": "community café",
    "hospital": "hospital liaison",
    "police": "neighbourhood team",
}


def introduced(stage: Stage, step: Step) -> None:
    """They ask for themselves, or somebody brings them."""
    source = step.codes["source"]
    face, by_self = stage.face, source == "self"
    words = stage.say(
        "introductions" if by_self else "introduced",
        stage.needs[0] if by_self else source,
    )
    row = Introduction(
        id=stage.new_id(),
        once=stage.new_id(),
        site=stage.town.site,
        team=stage.team,
        source=source,
        known_as=face.known_as,
        phone=face.phone,
        email=face.email if by_self else "",
        postcode=face.postcode,
        words=words,
        reach_words=_reach(stage) if by_self else "",
        made_at=stage.now,
        made_by=stage.hands.front_door,
        **_introducer(stage, source),
        **{f"may_{k}": v for k, v in face.may.items() if k != "say_who_we_are"},
    )
    stage.introduction = stage.rows.add(row)
    stage.first_introduced = stage.first_introduced or row
    stage.happens(made(row))


def _introducer(stage: Stage, source: str) -> dict[str, str]:
    """Who brings them, where it is somebody else."""
    if source == "self":
        return {}
    weights = stage.town.place.weights
    [heritage] = stage.rng.choices(list(weights), list(weights.values()))
    first = names.given(stage.rng, heritage, "")
    last = names.family(stage.rng, heritage)
    at = _INTRODUCERS.get(source)
    return {
        "introducer_name": f"{first} {last}" + (f", {at}" if at else ""),
        "introducer_contact": telephones.email(stage.rng, first, last),
    }


def _reach(stage: Stage) -> str:
    stage.face.reach_words = stage.face.reach_words or (
        stage.say("reach") if stage.rng.random() < 0.4 else ""
    )
    return stage.face.reach_words


def closed(stage: Stage, step: Step) -> None:
    """No conversation follows, and why."""
    row, by = stage.introduction, stage.welcomer
    assert row is not None
    stage.happens(without_talk(row, by=by, at=stage.now, why=stage.say("closed")))


def met(stage: Stage, step: Step) -> None:
    """A record, the answer to who waited, and a conversation."""
    by = stage.welcomer
    if stage.person is None:
        recording.make_person(stage)
        stage.happens(welcomed(stage.who, by=by))
    stage.look(by, Look.Why.TEAM)
    row = stage.introduction
    if row and row.answered_at is None:
        stage.happens(answered(row, by=by, at=stage.now, person=stage.who))
    first = step.codes["is_first"]
    talk = unsaved_conversation(stage.who, by=by, at=stage.now, is_first=first)
    stage.conversation = stage.add(stage.new_id(), talk)
    stage.happens(begun(talk))


def heard(stage: Stage, step: Step) -> None:
    """The words become the story, and the team holds the person."""
    talk, by, at = stage.conversation, stage.welcomer, stage.now
    assert talk is not None
    event = finished(
        talk,
        by=by,
        at=at,
        place=stage.say("places"),
        read_back=step.codes["read_back"],
        first=stage.first_introduced,
    )
    for prompt, words in passages_of(stage, talk.is_first):
        recording.add_passage(
            stage,
            by=by,
            prompt=prompt,
            words=words,
            read_back_at=at if talk.was_read_back else None,
            conversation=talk,
            place=talk.place,
        )
    parts = ["reach", "needs"]
    stage.happens(about_me_changed(stage.who, parts, by=by, at=at))
    if not stage.who.is_open:
        stage.hold(by=by, team=stage.team, worker=by)
    stage.happens(event)


def corrected(stage: Stage, step: Step) -> None:
    """They read their story and said one part of it better. The first stays behind."""
    recording.add_passage(
        stage,
        by=stage.welcomer,
        prompt=step.codes["prompt"],
        words=step.codes["words"],
        read_back_at=stage.now,
        corrects=True,
    )


def left_open(stage: Stage) -> None:
    """Where a conversation is not finished today, its boxes hold what was typed."""
    talk = stage.conversation
    if talk is None or talk.finished_at:
        return
    for box, words in passages_of(stage, talk.is_first):
        at = stage.now + timedelta(minutes=stage.rng.randint(5, 40))
        stage.rows.add(unsaved_draft(talk, box, words, by=stage.welcomer, at=at))


def added(stage: Stage, step: Step) -> None:
    """The team writes what has come since."""
    stage.look(stage.welcomer, Look.Why.TEAM)
    recording.add_passage(
        stage,
        by=stage.welcomer,
        prompt=Prompt.ADDED,
        words=stage.say("added", stage.needs[0]),
        voice=Voice.TEAM,
    )
