"""What a contributor can answer: yes to these exact words, or please change this.

Consent to publish. It has nothing to do with the agreement to share a story for care:
another row, another door, other words, and a no here changes nothing there.
"""

from collections.abc import Collection
from datetime import date, timedelta

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from welcome.audit import trail
from welcome.models import User
from welcome.refusals import Refused

from ..deidentifying.names_allowed import Naming
from ..models import Consent, Narrative, State, Wish
from .moves import check, end_consent, fresh, live_consent, lock, move, site_of
from .moves import tell_editors as tell
from .names_left_out import address_without_names, refuse_own_names_left_in
from .sending import keep_door_open

USES = ("web", "print_copies", "training", "media")
#: Nobody can know what they will want for longer than this.
LONGEST = timedelta(days=2 * 366)


@transaction.atomic
def approve(
    narrative: Narrative,
    *,
    by: User,
    fingerprint: str,
    named: str,
    shown_as: str,
    uses: Collection[str],
    until_on: date,
) -> Narrative:
    """Yes, in these words, shown as this, for these uses, until that day.

    `fingerprint` is of the text on the page that they read: if one letter has changed
    since, it is not what they said yes to. And a name that they asked to leave out must
    not be in it: raises NameLeftIn, which says where.
    """
    narrative, naming = lock(narrative), Naming(named, shown_as)
    check(narrative, State.APPROVED)
    _refuse_other_words(narrative, fingerprint)
    _refuse_odd_days(until_on)
    if not uses:
        raise Refused("Choose at least one place where people may read it.")
    narrative.slug = address_without_names(narrative, naming)
    refuse_own_names_left_in(narrative, naming)
    Consent.objects.create(
        narrative=narrative,
        fingerprint=fingerprint,
        named=named,
        shown_as=shown_as,
        until_on=until_on,
        **{use: use in uses for use in USES},
    )
    cooling = timezone.now() + timedelta(days=settings.COOLING_OFF_DAYS)
    event = move(
        narrative,
        State.APPROVED,
        by=by,
        approved_fingerprint=fingerprint,
        agreed_until=until_on,
        cooling_until=cooling,
        slug=narrative.slug,
        asked_named=named,
        asked_shown_as=shown_as,
        name_found_at=None,
    )
    tell(event, narrative, "narrative_approved")
    keep_door_open(narrative)
    return fresh(narrative)


@transaction.atomic
def agree_again(
    narrative: Narrative, *, by: User, fingerprint: str, until_on: date
) -> Narrative:
    """The same words, the same uses, for longer. A new consent takes over."""
    narrative = lock(narrative)
    check(narrative, State.PUBLISHED)
    _refuse_other_words(narrative, fingerprint)
    _refuse_odd_days(until_on)
    before = live_consent(narrative)
    if before is None:
        raise Refused("There is nothing agreed to that could last longer.")
    refuse_own_names_left_in(narrative, Naming(before.named, before.shown_as))
    end_consent(narrative, Consent.Ended.REPLACED, by=by)
    Consent.objects.create(
        narrative=narrative,
        fingerprint=fingerprint,
        named=before.named,
        shown_as=before.shown_as,
        until_on=until_on,
        **{use: getattr(before, use) for use in USES},
    )
    event = move(
        narrative, State.PUBLISHED, by=by, why="agreed_again", agreed_until=until_on
    )
    tell(event, narrative, "narrative_agreed_again")
    keep_door_open(narrative)
    return fresh(narrative)


@transaction.atomic
def ask_changes(narrative: Narrative, *, by: User, words: str) -> Narrative:
    """Please change this. What waited for their yes goes back to be written.

    A published text stays as it is until an editor takes it down to change it.
    """
    narrative = lock(narrative)
    if narrative.state == State.WITHDRAWN:
        raise Refused(
            "You have taken this story back. No one is working on it any more."
        )
    waits_for_them = narrative.state in (State.WITH_CONTRIBUTOR, State.APPROVED)
    latest = narrative.wishes.first()
    if latest and latest.words == words.strip() and not waits_for_them:
        return fresh(narrative)  # pressed twice
    Wish.objects.create(narrative=narrative, words=words.strip())
    event = trail.record(
        "narrative.changes_asked", about=narrative, by=by, site=site_of(narrative)
    )
    tell(event, narrative, "narrative_changes_asked")
    if waits_for_them:
        end_consent(narrative, Consent.Ended.TEXT_CHANGED, by=by)
        move(
            narrative,
            State.DRAFT,
            by=by,
            why="changes_asked",
            approved_fingerprint="",
            agreed_until=None,
            cooling_until=None,
        )
    return fresh(narrative)


def _refuse_other_words(narrative: Narrative, fingerprint: str) -> None:
    if narrative.fingerprint != fingerprint:
        raise Refused(
            "The words have changed since you read them. Please read them again: we "
            "only ever publish what you have read."
        )


def _refuse_odd_days(until_on: date) -> None:
    today = timezone.localdate()
    if not today < until_on <= today + LONGEST:
        raise Refused("Choose a last day within the next two years.")
