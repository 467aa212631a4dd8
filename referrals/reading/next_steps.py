"""The next step with each person where a partner is asked or helps."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.urls import reverse
from django.utils import timezone

from welcome.models import User
from welcome.reading.due_words import day_in_words, moment_in_words, start_of
from welcome.registries.next_steps import NextStep

from ..models import FirstMeeting, Question, Referral, State

Steps = Iterator[tuple[UUID, NextStep]]
_UNSETTLED = [State.DRAFT, State.SENT, State.RETURNED]


def referrals(user: User, people: Sequence[UUID]) -> Steps:
    """Prepared and not agreed, sent and not answered, given back and not decided."""
    rows = Referral.objects.from_teams_of(user).filter(person__in=people)
    rows = rows.filter(state__in=_UNSETTLED, decided_at=None)
    for row in rows.select_related("person", "partner", "request", "agreement"):
        yield row.person_id, _step(row)


def _step(row: Referral) -> NextStep:
    page = reverse("referrals:referral", args=[row.pk])
    moved = row.moved_at or row.request.made_at
    if row.state == State.RETURNED:
        words = f"{row.partner} could not help. Choose what happens next"
        return NextStep(moved, words, page)
    if row.state == State.DRAFT:
        words = f"{row.person} to agree before anything is sent to {row.partner}"
        agree = reverse("referrals:agree", args=[row.request_id])
        return NextStep(moved, words, agree, True)
    if row.agreement and (ended := row.agreement.withdrawn_at):
        words = f"The agreement with {row.partner} has ended. Choose what happens next"
        return NextStep(ended, words, page)
    due = row.answer_due_on or timezone.localdate()
    words = f"{row.partner}, to answer by {day_in_words(due)}"
    if row.rests_since:
        words = f"{row.partner}, who asked a question"
    return NextStep(start_of(due), words, page, True)


def questions(user: User, people: Sequence[UUID]) -> Steps:
    """A partner asked, and no one has answered."""
    ours = Referral.objects.from_teams_of(user).open().filter(person__in=people)
    rows = Question.objects.filter(referral__in=ours, answered_at=None)
    for row in rows.select_related("referral__partner"):
        page = reverse("referrals:referral", args=[row.referral_id])
        words = f"Answer the question from {row.referral.partner}"
        yield row.referral.person_id, NextStep(row.asked_at, words, page)


def meetings(user: User, people: Sequence[UUID]) -> Steps:
    ours = Referral.objects.from_teams_of(user).filter(person__in=people)
    rows = FirstMeeting.objects.planned().filter(referral__in=ours)
    for row in rows.select_related("referral__partner"):
        page = reverse("referrals:referral", args=[row.referral_id])
        words = f"Meeting with {row.referral.partner} {moment_in_words(row.at)}"
        yield row.referral.person_id, NextStep(row.at, words, f"{page}#meeting")
