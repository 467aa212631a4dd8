"""Bringing the text to its contributor: a private link, and the word agreed on."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from welcome.audit import trail
from welcome.models import Event, PrivateLink, User
from welcome.private_links import tokens
from welcome.refusals import Refused

from ..models import Narrative, State
from .moves import check, fresh, lock, move, site_of

_DOOR = PrivateLink.Purpose.CONTRIBUTOR
#: How long the door stays open after there is nothing left to decide.
_AFTERWARDS = timedelta(days=60)


@transaction.atomic
def send_to_contributor(
    narrative: Narrative, *, by: User, question: str, fact: str
) -> Narrative:
    """Ask whether these are their words. Older links to it are shut."""
    narrative = lock(narrative)
    check(narrative, State.WITH_CONTRIBUTOR)
    _refuse_without_email(narrative)
    event = move(narrative, State.WITH_CONTRIBUTOR, by=by)
    tokens.revoke(_DOOR, narrative)
    _, token = tokens.make(_DOOR, narrative, by=by, question=question, fact=fact)
    tell_contributor(event, narrative, token, "narrative_for_you")
    return fresh(narrative)


@transaction.atomic
def send_link_again(narrative: Narrative, *, by: User) -> Narrative:
    """A fresh link with the same word, for a contributor who has lost theirs.

    Whoever found the lost one finds it shut.
    """
    narrative = lock(narrative)
    _refuse_without_email(narrative)
    lost = door_to(narrative)
    if lost is None:
        raise Refused("Nothing has been sent to its contributor yet.")
    event = trail.record(
        "narrative.link_sent", about=narrative, by=by, site=site_of(narrative)
    )
    tokens.revoke(_DOOR, narrative)
    _tell_with_fresh_link(event, narrative, lost, "narrative_link", by=by)
    return narrative


def door_to(narrative: Narrative) -> PrivateLink | None:
    """The contributor's own door to it, if one was made."""
    return tokens.latest(_DOOR, narrative)


def keep_door_open(narrative: Narrative) -> None:
    """They can come back and change their mind for as long as it may be public."""
    tokens.keep_until(_DOOR, narrative, _closing(narrative))


def tell_contributor_again(
    event: Event, narrative: Narrative, template: str, *, by: User
) -> None:
    """Write to the contributor with another link; nothing where we never could."""
    door = door_to(narrative)
    if door and narrative.contributor.email:
        _tell_with_fresh_link(event, narrative, door, template, by=by)


def _tell_with_fresh_link(
    event: Event, narrative: Narrative, door: PrivateLink, template: str, *, by: User
) -> None:
    days = (_closing(narrative) - timezone.now()).days
    _, token = tokens.renew(door, by=by, days=days)
    tell_contributor(event, narrative, token, template)


def _closing(narrative: Narrative) -> datetime:
    """A while after the last day, to see that it is gone; or after today."""
    last = max(narrative.agreed_until or date.min, timezone.localdate())
    return timezone.make_aware(datetime.combine(last + _AFTERWARDS, time.max))


def tell_contributor(
    event: Event, narrative: Narrative, token: str, template: str
) -> None:
    trail.tell(
        event,
        to=[narrative.contributor.email],
        template=template,
        reference=narrative.reference,
        path=reverse("storybooks:mine", args=[token]),
    )


def _refuse_without_email(narrative: Narrative) -> None:
    if not narrative.contributor.email:
        raise Refused(
            "Add the contributor’s e-mail address first: the link goes there, "
            "and to no one else."
        )
