"""Playing how somebody comes to us and is heard: mirrors `welcome.actions`."""

from datetime import timedelta
from typing import Any

from welcome.models import Conversation, Draft, Introduction, Look, Prompt, Voice

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
    """Mirrors `introduce`."""
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
    stage.record(
        "introduction.made",
        stage.hands.front_door,
        row,
        site=stage.town.site,
        team=stage.team,
        source=source,
    )


def _introducer(stage: Stage, source: str) -> dict[str, Any]:
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
    """Mirrors `close_introduction`: no conversation follows, and why."""
    row = stage.introduction
    assert row is not None
    row.closed_at, row.closed_by = stage.now, stage.welcomer
    row.closed_why = stage.say("closed")
    stage.record(
        "introduction.closed",
        stage.welcomer,
        row,
        site=stage.town.site,
        team=stage.team,
        person=None,
    )


def met(stage: Stage, step: Step) -> None:
    """Mirrors `welcome` and `begin`: a record, the answer to who waited, a draft."""
    by = stage.welcomer
    if stage.person is None:
        recording.make_person(stage)
        stage.record(
            "person.welcomed", by, stage.who, person=stage.who, team=stage.team
        )
    stage.look(by, Look.Why.TEAM)
    row = stage.introduction
    if row and row.answered_at is None:
        row.answered_at, row.answered_by, row.person = stage.now, by, stage.who
        stage.record(
            "introduction.answered",
            by,
            row,
            person=stage.who,
            team=row.team,
            source=row.source,
            days=(stage.now - row.made_at).days,
        )
    first = step.codes["is_first"]
    stage.conversation = stage.rows.add(
        Conversation(
            id=stage.new_id(),
            person=stage.who,
            team=stage.team,
            listener=by,
            is_first=first,
            started_at=stage.now,
        )
    )
    stage.record(
        "conversation.begun",
        by,
        stage.conversation,
        person=stage.who,
        team=stage.team,
        is_first=first,
    )


def heard(stage: Stage, step: Step) -> None:
    """Mirrors `finish`: the words become the story, and the team holds the person."""
    talk, by = stage.conversation, stage.welcomer
    assert talk is not None
    talk.place = stage.say("places")
    talk.finished_at, talk.finished_by = stage.now, by
    talk.was_read_back = step.codes["read_back"]
    for prompt, words in passages_of(stage, talk.is_first):
        recording.add_passage(
            stage,
            by=by,
            prompt=prompt,
            words=words,
            read_back_at=stage.now if talk.was_read_back else None,
            conversation_id=talk.pk,
            place=talk.place,
        )
    stage.record(
        "person.about_me", by, stage.who, person=stage.who, parts="reach_needs"
    )
    if not stage.who.is_open:
        stage.hold(by=by, team=stage.team, worker=by)
    stage.record(
        "conversation.finished",
        by,
        talk,
        person=stage.who,
        team=stage.team,
        **_days_to_be_heard(stage, talk),
    )


def _days_to_be_heard(stage: Stage, talk: Conversation) -> dict[str, Any]:
    detail: dict[str, Any] = {"is_first": talk.is_first}
    first = stage.first_introduced
    if talk.is_first and first:
        days = (stage.now - first.made_at).days
        detail |= {"source": first.source, "days": days}
    return detail


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
        stage.rows.add(
            Draft(
                conversation=talk,
                box=box,
                words=words,
                saved_at=stage.now + timedelta(minutes=stage.rng.randint(5, 40)),
                saved_by=stage.welcomer,
            )
        )


def added(stage: Stage, step: Step) -> None:
    """Mirrors `add_passage`: the team writes what has come since."""
    stage.look(stage.welcomer, Look.Why.TEAM)
    recording.add_passage(
        stage,
        by=stage.welcomer,
        prompt=Prompt.ADDED,
        words=stage.say("added", stage.needs[0]),
        voice=Voice.TEAM,
    )
