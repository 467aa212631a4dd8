"""The team's daily meeting: it begins, one decision for each person, it ends."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils import timezone

from ..audit import trail
from ..audit.payloads import HuddleDecided, HuddleEnded
from ..models import Decision, Huddle, Introduction, Mark, Person, Task, Team, User
from ..refusals import Refused


class DecidedSince(Exception):
    """Another member of the team was quicker; `decision` is what they wrote."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision


@transaction.atomic
def begin_huddle(team: Team, *, by: User, there: Iterable[User]) -> Huddle:
    """Begin the meeting, or join one that goes on already."""
    Team.objects.select_for_update().get(pk=team.pk)
    huddle = Huddle.objects.going_on().filter(team=team).first()
    if huddle is None:
        huddle = Huddle.objects.create(team=team, begun_by=by)
        trail.record("huddle.begun", about=huddle, by=by, site=team.site, team=team)
    huddle.there.add(by, *there)
    return huddle


@transaction.atomic
def end_huddle(huddle: Huddle, *, by: User) -> Huddle:
    """End the meeting. Pressed twice, it ended once."""
    huddle = _locked(huddle)
    if huddle.ended_at:
        return huddle
    huddle.ended_at, huddle.ended_by = timezone.now(), by
    huddle.save(update_fields=["ended_at", "ended_by"])
    team, decided = huddle.team, huddle.decisions.standing().count()
    codes = HuddleEnded(decisions=decided)
    trail.record(
        "huddle.ended", about=huddle, by=by, site=team.site, team=team, detail=codes
    )
    return huddle


@transaction.atomic
def raise_in_huddle(person: Person, *, by: User, why: str) -> Mark:
    """The team shall talk about this person. Raised twice, the first reason stands."""
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    mark, is_new = Mark.objects.standing().get_or_create(
        person=person, made_by=by, defaults={"why": why}
    )
    if is_new:
        trail.record(
            "huddle.raised", about=mark, by=by, person=person, team=person.team
        )
    elif mark.why != why:
        raise Refused(
            f"You’ve already brought this to the huddle, because: “{mark.why}”."
        )
    return mark


@transaction.atomic
def decide(
    about: Person | Introduction,
    *,
    by: User,
    huddle: Huddle,
    words: str,
    whose: User | None = None,
    due_on: date | None = None,
    instead_of: str = "",
) -> Decision:
    """What the team decided, once. `instead_of` is the decision that `by` had seen.

    Raises DecidedSince where someone else decided meanwhile: nothing is overwritten.
    """
    huddle = _locked(huddle)
    if huddle.ended_at:
        raise Refused("This huddle has ended. Start the next one and decide there.")
    before = latest_decision(huddle, about)
    if before and str(before.pk) != instead_of:
        if before.words == words and before.decided_by == by:
            return before
        raise DecidedSince(before)
    made = {"person" if isinstance(about, Person) else "introduction": about}
    decision = Decision.objects.create(
        huddle=huddle, words=words, decided_by=by, replaces=before, **made
    )
    if whose:
        Task.objects.create(
            decision=decision, whose=whose, due_on=due_on or timezone.localdate()
        )
    _note(decision, has_task=whose is not None)
    return decision


def latest_decision(huddle: Huddle, about: Person | Introduction) -> Decision | None:
    same = "person" if isinstance(about, Person) else "introduction"
    return huddle.decisions.standing().filter(**{same: about}).first()


def _note(decision: Decision, has_task: bool) -> None:
    """Marks come off, and the trail says so; never the words."""
    if decision.person:
        standing = decision.person.marks.filter(taken_off=None)
        standing.update(taken_off=decision)
    introduction = decision.introduction
    trail.record(
        "huddle.decided",
        about=decision,
        by=decision.decided_by,
        person=decision.person or (introduction.person if introduction else None),
        site=decision.about.site,
        team=decision.huddle.team,
        detail=HuddleDecided(task=has_task),
    )


@transaction.atomic
def do_task(task: Task, *, by: User) -> Task:
    """Done. Pressed twice, it was done once."""
    task = Task.objects.select_for_update(of=("self",)).get(pk=task.pk)
    if task.done_at:
        return task
    task.done_at, task.done_by = timezone.now(), by
    task.save(update_fields=["done_at", "done_by"])
    decision = task.decision
    introduction = decision.introduction
    trail.record(
        "task.done",
        about=task,
        by=by,
        person=decision.person or (introduction.person if introduction else None),
        site=decision.about.site,
        team=decision.huddle.team,
    )
    return task


def _locked(huddle: Huddle) -> Huddle:
    return Huddle.objects.select_for_update(of=("self",)).get(pk=huddle.pk)
