"""Turns a life into rows: what the actions would have written, step by step.

Each function plays one kind of step at a moment that is long past. The rows and events
are made by the same functions as in the actions, which save them one by one; here they
are gathered, and written in bulk. A house test refuses rows that are made here.
"""

from ..lives.pen import Step
from . import answering, asking, hearing, helping, hoping, leaving, mapping
from .stage import Stage

PLAYS = {
    "introduced": hearing.introduced,
    "closed": hearing.closed,
    "met": hearing.met,
    "heard": hearing.heard,
    "corrected": hearing.corrected,
    "added": hearing.added,
    "hoped": hoping.hoped,
    "rated": hoping.rated,
    "satisfied": hoping.satisfied,
    "mapped": mapping.mapped,
    "asked": asking.asked,
    "question": asking.question,
    "answer": asking.answer,
    "accepted": answering.accepted,
    "returned": answering.returned,
    "decided": answering.decided,
    "withdrawn": answering.withdrawn,
    "looked": helping.looked,
    "noted": helping.noted,
    "paused": helping.paused,
    "resumed": helping.resumed,
    "ended": helping.ended,
    "farewell": leaving.farewell,
}


def play(stage: Stage, steps: list[Step]) -> Stage:
    """Play every step, in order."""
    for step in steps:
        stage.go_to(step.at)
        PLAYS[step.what](stage, step)
    hearing.left_open(stage)
    return stage


__all__ = ["PLAYS", "Stage", "play"]
