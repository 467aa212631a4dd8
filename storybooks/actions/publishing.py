"""On the shelf, and off it again."""

from django.db import transaction
from django.utils import timezone

from welcome.audit import trail
from welcome.models import User
from welcome.refusals import Refused

from ..models import Consent, Narrative, State
from .moves import (
    check,
    end_consent,
    fresh,
    live_consent,
    lock,
    move,
    site_of,
    tell_editors,
)
from .names_left_out import address_without_names, naming_of, refuse_names_left_in
from .sending import tell_contributor_again


@transaction.atomic
def publish(narrative: Narrative, *, by: User) -> Narrative:
    """Put it on the shelf. Its contributor has had time to change their mind.

    No name that they asked to leave out is in it: one may have become known since.
    """
    narrative = lock(narrative)
    check(narrative, State.PUBLISHED)
    _refuse_before_its_time(narrative)
    naming = naming_of(narrative)
    slug = narrative.slug = address_without_names(narrative, naming)
    refuse_names_left_in(narrative, naming)
    now = timezone.now()
    event = move(narrative, State.PUBLISHED, by=by, published_at=now, slug=slug)
    tell_contributor_again(event, narrative, "narrative_published", by=by)
    return fresh(narrative)


@transaction.atomic
def take_down(narrative: Narrative, *, by: User) -> Narrative:
    """Off the shelf at once. To come back it has to be approved anew."""
    narrative = lock(narrative)
    check(narrative, State.TAKEN_DOWN)
    end_consent(narrative, Consent.Ended.TAKEN_DOWN, by=by)
    event = move(narrative, State.TAKEN_DOWN, by=by)
    tell_contributor_again(event, narrative, "narrative_taken_down", by=by)
    return fresh(narrative)


@transaction.atomic
def withdraw(narrative: Narrative, *, by: User) -> Narrative:
    """The contributor takes it back: from any state, at once, without a reason."""
    narrative = lock(narrative)
    check(narrative, State.WITHDRAWN)
    end_consent(narrative, Consent.Ended.WITHDRAWN, by=by)
    event = move(narrative, State.WITHDRAWN, by=by)
    tell_editors(event, narrative, "narrative_withdrawn")
    return fresh(narrative)


@transaction.atomic
def note_copies(narrative: Narrative, *, by: User, printed_at: str) -> Narrative:
    """Write down where printed copies went, so that they can be asked for again."""
    narrative = lock(narrative)
    narrative.printed_at = printed_at.strip()
    narrative.save(update_fields=["printed_at"])
    trail.record(
        "narrative.copies_noted", about=narrative, by=by, site=site_of(narrative)
    )
    return narrative


def _refuse_before_its_time(narrative: Narrative) -> None:
    consent = live_consent(narrative)
    if consent is None or consent.until_on < timezone.localdate():
        raise Refused("There is no consent for today. Send it to its contributor.")
    if not consent.web:
        raise Refused("Its contributor agreed to other uses, but not to our web pages.")
    if narrative.cooling_until and timezone.now() < narrative.cooling_until:
        day = timezone.localtime(narrative.cooling_until)
        raise Refused(
            f"Its contributor can change their mind until {day:%A} {day.day} {day:%B}. "
            "Publish it after that."
        )
