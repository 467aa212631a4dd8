"""Parts of this room on the pages of others. A template's string is no import."""

from typing import Any

from django import template
from django.utils import timezone

from welcome.models import Person, User

from .. import clocks
from ..models import Question, Referral, State

register = template.Library()
AT_MOST = 10


@register.inclusion_tag("referrals/_given_back.html")
def given_back(user: User) -> dict[str, Any]:
    """At the top of Today: whom a partner gave back, newest first."""
    back = Referral.objects.from_teams_of(user).needing_us()
    return {"referrals": back.select_related("person", "partner")[:AT_MOST]}


@register.inclusion_tag("referrals/_questions_waiting.html")
def questions_waiting(user: User) -> dict[str, Any]:
    """What partners ask of the people of this user's teams."""
    # what a partner may no longer read needs no answer any more
    ours = Question.objects.filter(
        referral__in=Referral.objects.from_teams_of(user).open(),
        referral__agreement__withdrawn_at=None,
        referral__agreement__until_on__gte=timezone.localdate(),
        answered_at=None,
    )
    rows = ours.select_related("referral__person", "referral__partner")
    return {"questions": rows.order_by("asked_at")[:AT_MOST]}


@register.inclusion_tag("referrals/_waiting_for_partner.html")
def waiting_for_partner(user: User) -> dict[str, Any]:
    """What was sent and not answered yet, what is due first at the top."""
    sent = Referral.objects.from_teams_of(user).waiting_for_an_answer()
    rows = sent.select_related("person__site", "partner")[:AT_MOST]
    today = timezone.localdate()
    return {
        "referrals": [
            (
                r,
                clocks.in_words(r.answer_due_on, today, r.person.site.nation),
                clocks.kind(r.answer_due_on, today),
            )
            for r in rows
            if r.answer_due_on
        ]
    }


@register.inclusion_tag("referrals/_referrals_of.html")
def referrals_of(person: Person) -> dict[str, Any]:
    """Who was asked to help this person, newest move first."""
    rows = person.referrals.exclude(state=State.WITHDRAWN, sent_at=None)
    rows = rows.select_related("partner", "offer", "worker")
    return {"referrals": rows.order_by("-moved_at", "-pk")[:AT_MOST]}


@register.inclusion_tag("referrals/_who_may_read.html")
def who_may_read(person: Person) -> dict[str, Any]:
    """Which partners may read what of the story now, and until when."""
    rows = person.referrals.exclude(agreement=None).select_related(
        "partner", "agreement"
    )
    rows = rows.prefetch_related("agreement__passages").order_by("-sent_at")
    return {"referrals": rows[:AT_MOST], "person": person}
