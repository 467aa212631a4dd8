"""What a partner's answer writes, and how long it took. Saves nothing."""

from datetime import datetime, timedelta

from django.conf import settings
from django.utils import timezone

from welcome.actions.introduction_rows import days_since
from welcome.models import Event, Introduction, User

from ..models import GiveBack, Referral
from ..payloads import (
    FirstHelp,
    PassedAround,
    ReferralAccepted,
    ReferralReturned,
    Waited,
)
from .move_rows import Columns
from .referral_events import referral_event

_WEEKS_IF_NOT_SAID = 4


def accepting(
    referral: Referral, worker: User, *, at: datetime, told: str, first: FirstHelp
) -> tuple[ReferralAccepted, Columns]:
    """What the move to a yes writes. `told`: whether the story was told again."""
    codes: ReferralAccepted = {"told_again": told, **waited(referral, at), **first}
    return codes, Columns(worker=worker, answered_at=at)


def returning(
    referral: Referral,
    *,
    at: datetime,
    reason: str,
    suggestion: str,
    times: int,
    again_in_weeks: int | None = None,
) -> tuple[ReferralReturned, Columns]:
    """What the move back writes. `times`: how often this person was given back."""
    need = referral.request.need
    codes = ReferralReturned(reason=reason, times=times, need=need)
    if referral.answered_at is None:
        codes.update(waited(referral, at))
    columns = Columns(
        reason=reason,
        suggestion=suggestion,
        ask_again_on=None,
        answered_at=referral.answered_at or at,
    )
    if reason == GiveBack.FULL:
        rest = timedelta(weeks=again_in_weeks or _WEEKS_IF_NOT_SAID)
        columns["ask_again_on"] = timezone.localdate(at) + rest
    return codes, columns


def waited(referral: Referral, at: datetime) -> Waited:
    """Calendar days from sending to this answer, and whether it came in time."""
    if referral.sent_at is None or referral.answer_due_on is None:
        return {}
    today = timezone.localdate(at)
    days = (today - timezone.localdate(referral.sent_at)).days
    return {"days": days, "in_time": today <= referral.answer_due_on}


def first_help(introduction: Introduction | None, at: datetime) -> FirstHelp:
    """For the measure: days from the first introduction to the first yes of all."""
    codes = FirstHelp(first_help=True)
    if introduction:
        codes["days_to_help"] = days_since(introduction, at)
        codes["source"] = introduction.source
    return codes


def passed_around(
    referral: Referral, times: int, *, by: User, at: datetime
) -> Event | None:
    """That this person was given back so often; None where it was not often."""
    if times < settings.GIVEN_BACK_TOO_OFTEN:
        return None
    codes = PassedAround(times=times)
    return referral_event(
        "referral.passed_around", referral, by=by, at=at, detail=codes
    )


def decided(referral: Referral, *, by: User, at: datetime) -> Event:
    """Write into its row that nothing more is done with it, and say so."""
    referral.decided_at = at
    return referral_event("referral.decided", referral, by=by, at=at)
