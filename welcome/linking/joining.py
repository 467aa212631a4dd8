"""The parts of which there is only one: facts, safe contact, equality, account, holder.

Each takes the pen, so that every column can be given back as it was.
"""

from django.utils import timezone

from ..audit import trail
from ..facts import FAIR
from ..models import Equality, Holding, Person, User
from ..refusals import Refused
from .parts import OTHER, PARTS, REACH, reach_of, wish_columns
from .pen import Pen

#: The ethnic group goes with the nation whose list it is from.
_ANSWERS = [answer for answer in FAIR if answer != "ethnicity"]


def join_facts(pen: Pen, kept: Person, other: Person) -> None:
    """A part is taken over where the rule says so, or where there was nothing."""
    for part in PARTS:
        theirs = part.said(other)
        if theirs and (not part.said(kept) or pen.linking.rules.get(part.key) == OTHER):
            pen.set(kept, **{name: getattr(other, name) for name in part.columns})


def join_reach(pen: Pen, kept: Person, other: Person) -> None:
    """A number and its rules are one thing: all of it, or nothing of it."""
    theirs, ours = (getattr(p, "contact_wish", None) for p in (other, kept))
    if theirs is None:
        return
    if ours is None:
        pen.set(theirs, person_id=kept.pk)
    elif reach_of(other) and (
        not reach_of(kept) or pen.linking.rules.get(REACH) == OTHER
    ):
        pen.set(ours, **wish_columns(theirs))


def join_equality(pen: Pen, kept: Person, other: Person) -> None:
    """Only gaps are filled: what was answered here stays answered."""
    ours, theirs = (Equality.objects.filter(person=p).first() for p in (kept, other))
    if theirs is None:
        return
    if ours is None:
        pen.set(theirs, person_id=kept.pk)
        return
    answers = {name: getattr(theirs, name) for name in _ANSWERS}
    gaps = {k: v for k, v in answers.items() if v and not getattr(ours, k)}
    if theirs.ethnicity and not ours.ethnicity:
        gaps |= {"ethnicity": theirs.ethnicity, "nation": theirs.nation}
    pen.set(ours, **gaps)


def join_account(pen: Pen, kept: Person, other: Person) -> None:
    if other.account_id is None:
        return
    if kept.account_id is not None:
        raise Refused(
            "Both records belong to people with an account here. Ask an administrator "
            "first which account is theirs."
        )
    account = other.account_id
    pen.set(other, account_id=None)
    pen.set(kept, account_id=account)


def join_holding(pen: Pen, kept: Person, other: Person, *, by: User) -> None:
    """One holder goes on. The other's time ends now, and stays where it was written."""
    ours, theirs = _now(kept), _now(other)
    if theirs is None:
        return
    now = pen.linking.at
    pen.set(theirs, until_at=now)
    pen.set(other, is_open=False)
    if ours and pen.linking.rules.get("holder") != OTHER:
        return
    if ours:
        pen.set(ours, until_at=now)
    _begin(pen, kept, theirs, by=by)


def _begin(pen: Pen, kept: Person, like: Holding, *, by: User) -> None:
    """The other record's holder holds this one from now on, and comes home with it."""
    holding = Holding.objects.create(
        person=kept,
        team=like.team,
        partner=like.partner,
        worker=like.worker,
        from_at=like.until_at or timezone.now(),
        begun_by=by,
    )
    pen.made(holding)
    pen.set(kept, is_open=True)
    if like.team_id:
        pen.set(kept, team_id=like.team_id)
    trail.record(
        "person.held",
        about=holding,
        by=by,
        person=kept,
        team=like.team,
        partner=like.partner,
    )


def _now(person: Person) -> Holding | None:
    holdings = Holding.objects.select_related("team", "partner", "worker")
    return holdings.filter(person=person, until_at=None).first()
