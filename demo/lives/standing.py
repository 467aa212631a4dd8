"""How things stand in a life on a day: what is still open, and for whom. Pure."""

from dataclasses import dataclass, field
from datetime import date

from .hours import day_of
from .pen import Step


@dataclass
class Standing:
    is_waiting: bool = False
    is_draft: bool = False
    #: Asked and not answered: the number of the offer, and the day it was sent.
    asked: dict[int, tuple[int, date]] = field(default_factory=dict)
    given_back: set[int] = field(default_factory=set)
    questions: set[int] = field(default_factory=set)

    @property
    def is_calm(self) -> bool:
        """Nothing in it is waiting for the welcome team."""
        return not (
            self.is_waiting or self.is_draft or self.given_back or self.questions
        )


def standing(steps: list[Step]) -> Standing:
    """Where these steps, in order, have led."""
    now = Standing()
    for step in steps:
        _people(now, step)
        _partners(now, step)
    return now


def _people(now: Standing, step: Step) -> None:
    if step.what in ("introduced", "closed", "met"):
        now.is_waiting = step.what == "introduced"
    if step.what in ("met", "heard"):
        now.is_draft = step.what == "met"


def _partners(now: Standing, step: Step) -> None:
    match step.what:
        case "asked":
            sent = day_of(step.at)
            now.asked |= {ref: (n, sent) for ref, n in step.codes["asked"].items()}
            now.given_back.discard(step.codes["previous"])
        case "accepted" | "withdrawn" | "returned":
            now.asked.pop(step.ref, None)
    _on_todays_list(now, step)


def _on_todays_list(now: Standing, step: Step) -> None:
    """What the welcome team has to decide, or to answer."""
    match step.what:
        case "returned":
            now.given_back.add(step.ref)
        case "decided":
            now.given_back.discard(step.ref)
        case "question":
            now.questions.add(step.ref)
        case "answer":
            now.questions.discard(step.ref)
