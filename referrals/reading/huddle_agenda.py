"""Whom the welcome team talks about in its daily meeting because of a partner."""

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.db.models import Count, IntegerField, OuterRef, Subquery
from django.utils import timezone

from welcome.models.people import PersonQuerySet
from welcome.registries.huddle_items import LOOKED_AT, Item

from ..models import Referral, State

#: As long as anyone who is new comes up.
TALKED_ABOUT_DAYS = 14


def given_back_to(people: PersonQuerySet) -> Iterator[Item]:
    """Given back, and not yet taken anywhere else."""
    back = Referral.objects.filter(person__in=people).needing_us()
    back = back.annotate(times=times_given_back("person"))
    for referral in back.select_related("partner")[: LOOKED_AT + 1]:
        if referral.moved_at:
            often = (
                f" (given back {referral.times} times)" if referral.times > 1 else ""
            )
            words = f"{referral.partner} could not help{often}"
            yield referral.person_id, referral.moved_at, words


def passed_around(people: PersonQuerySet) -> Iterator[Item]:
    """Given back too often, whatever was decided about the last time."""
    since = timezone.now() - timedelta(days=TALKED_ABOUT_DAYS)
    back = Referral.objects.filter(person__in=people, state=State.RETURNED)
    back = back.filter(moved_at__gte=since).exclude(decided_at=None)
    back = back.annotate(times=times_given_back("person"))
    back = back.filter(times__gte=settings.GIVEN_BACK_TOO_OFTEN)
    for referral in back.order_by("-moved_at", "pk")[: LOOKED_AT + 1]:
        if referral.moved_at:
            words = f"Given back {referral.times} times"
            yield referral.person_id, referral.moved_at, words


def times_given_back(person: str) -> Subquery:
    """How often the person of this row has been given back; `person` is its column."""
    same = Referral.objects.filter(person=OuterRef(person), state=State.RETURNED)
    counted = same.order_by().values("person").annotate(n=Count("pk")).values("n")
    return Subquery(counted, output_field=IntegerField())
