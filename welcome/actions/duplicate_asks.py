"""A lead is asked whether two records are one person; and what came of it."""

from typing import Any

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from ..audit import trail
from ..models import DuplicateAsk, LinkAsked, NotTheSame, Person, User
from ..refusals import Refused
from .duplicate_rows import lead_asked, unsaved_ask
from .pairs import both_locked

#: Questions of welcomers to their lead, or of one team to another.
_Asked = QuerySet[Any]


@transaction.atomic
def ask_lead(
    ours: Person, theirs: Person, *, by: User, words: str = ""
) -> DuplicateAsk:
    """Ask the lead of the team that holds `ours`. One open question for a pair.

    The same question pressed twice is one. Refused where someone else asked first, so
    that no words are lost.
    """
    one, two = both_locked(ours, theirs)
    _may_be_asked(one, two)
    known = DuplicateAsk.objects.open().of_pair(ours, theirs)
    asked = known.select_related("asked_by").first()
    if asked and asked.asked_by_id == by.pk and asked.words == words:
        return asked
    if asked:
        who = "You have" if asked.asked_by_id == by.pk else f"{asked.asked_by} has"
        raise Refused(
            f"{who} already asked about these two. The lead has not answered."
        )
    now = timezone.now()
    asked = unsaved_ask(ours, theirs, by=by, at=now, words=words)
    asked.save(force_insert=True)
    trail.write(lead_asked(asked))
    return asked


@transaction.atomic
def mark_answer_read(
    asked: DuplicateAsk | LinkAsked, *, by: User
) -> DuplicateAsk | LinkAsked:
    """The user who asked their lead, or another team, has read the answer."""
    rows: QuerySet[Any] = type(asked)._default_manager.all()
    asked = rows.select_for_update(of=("self",)).get(pk=asked.pk)
    if asked.answered_at is None:
        raise Refused("There is no answer to mark as read.")
    if asked.read_at is None and asked.asked_by_id == by.pk:
        asked.read_at = timezone.now()
        asked.save(update_fields=["read_at"])
    return asked


def answer_not_the_same(one: Person, other: Person, *, by: User) -> None:
    """Someone said that they are two: a lead and another team are asked no more.

    Call it with both records locked.
    """
    _answer(DuplicateAsk.objects.open().of_pair(one, other), "not_the_same", by=by)
    teams = LinkAsked.objects.open().filter(ours__in=[one, other])
    _answer(teams.filter(theirs__in=[one, other]), "not_the_same", by=by)


def answer_linked(kept: Person, *, by: User) -> None:
    """Answer every question of which both records are one by now."""
    asked: list[_Asked] = [DuplicateAsk.objects.open(), LinkAsked.objects.open()]
    for rows in asked:
        now_one = rows.annotate(
            one=Coalesce("ours__linked_to", "ours"),
            other=Coalesce("theirs__linked_to", "theirs"),
        )
        _answer(now_one.filter(one=kept.pk, other=F("one")), "linked", by=by)


def _answer(rows: _Asked, answer: str, *, by: User) -> None:
    """A user who asks and also answers has nothing to read."""
    now = timezone.now()
    keys = list(rows.select_for_update(of=("self",)).values_list("pk", flat=True))
    asked = rows.model._default_manager.filter(pk__in=keys)
    asked.update(answer=answer, answered_at=now, answered_by=by)
    asked.filter(asked_by=by).update(read_at=now)


def _may_be_asked(one: Person, two: Person) -> None:
    if one.linked_to_id or two.linked_to_id:
        raise Refused(
            "One of the two has just been linked with another record. Open it again."
        )
    said = NotTheSame.objects.filter(Q(one=one, other=two) | Q(one=two, other=one))
    no = said.select_related("said_by").first()
    if no:
        raise Refused(
            f"{no.said_by} said that these are two different people. Take that back "
            "first, under “Said not the same”."
        )
