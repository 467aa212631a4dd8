"""What happens to a narrative by time alone."""

import logging
from collections.abc import Callable, Iterable
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from welcome.models import User

from ..models import PUBLIC, Consent, Narrative, State
from .moves import end_consent, lock, move, tell_editors
from .names_left_out import naming_of
from .sending import tell_contributor_again

logger = logging.getLogger(__name__)

#: How long before the last day everybody is told.
WARNING = timedelta(days=30)


def keep_consent() -> None:
    """Take down what is over; tell of what will be. Safe to ring at any time.

    The shelf asks for the date itself, so a day without the clock shows nothing that
    it must not. One that fails never holds back the rest. A name may have become known
    since a story was published, so each is read again.
    """
    today = timezone.localdate()
    named = Narrative.objects.filter(state__in=PUBLIC).giving_a_name_away()
    _each(named.values_list("pk", flat=True), _hide)
    over = Narrative.objects.filter(state__in=PUBLIC, agreed_until__lt=today)
    _each(over.values_list("pk", flat=True), _end)
    soon = Narrative.objects.filter(
        state=State.PUBLISHED,
        agreed_until__gte=today,
        agreed_until__lte=today + WARNING,
    )
    _each(soon.values_list("pk", flat=True), _warn)


def _each(pks: Iterable[UUID], act: Callable[[Narrative], None]) -> None:
    for pk in list(pks):
        try:
            with transaction.atomic():
                act(lock(Narrative(pk=pk)))
        except Exception as problem:  # the others' consent must still be kept
            logger.error(
                "consent not kept",
                extra={"narrative": str(pk), "problem": type(problem).__name__},
            )


def _end(narrative: Narrative) -> None:
    """The last day was yesterday or before: off the shelf."""
    if narrative.state not in PUBLIC or narrative.is_public:
        return  # somebody agreed again, or took it down, a moment ago
    clock = User.objects.hand("clock")
    end_consent(narrative, Consent.Ended.OVER, by=clock)
    event = move(narrative, State.TAKEN_DOWN, by=clock, why="over")
    tell_editors(event, narrative, "narrative_over")
    tell_contributor_again(event, narrative, "narrative_taken_down", by=clock)


def _hide(narrative: Narrative) -> None:
    """A name that its contributor asked to leave out is in it: off the shelf."""
    if not Narrative.objects.public().filter(pk=narrative.pk).exists():
        return  # taken down a moment ago
    clock = User.objects.hand("clock")
    naming = naming_of(narrative)
    end_consent(narrative, Consent.Ended.TAKEN_DOWN, by=clock)
    event = move(
        narrative,
        State.TAKEN_DOWN,
        by=clock,
        why="name_found",
        asked_named=naming.named,
        asked_shown_as=naming.shown_as,
        name_found_at=timezone.now(),
    )
    tell_editors(event, narrative, "narrative_name_found")
    tell_contributor_again(event, narrative, "narrative_taken_down", by=clock)


def _warn(narrative: Narrative) -> None:
    """Told in time, so that going on or ending is a choice."""
    last = timezone.localdate() + WARNING
    if narrative.state != State.PUBLISHED or (narrative.agreed_until or last) > last:
        return
    clock = User.objects.hand("clock")
    event = move(narrative, State.EXPIRING, by=clock)
    tell_editors(event, narrative, "narrative_expiring_desk")
    tell_contributor_again(event, narrative, "narrative_expiring", by=clock)
