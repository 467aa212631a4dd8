"""Help that is paused: why, until when, and how it goes on by itself."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from welcome.audit import trail
from welcome.models import User
from welcome.refusals import Refused

from ..access.move_permissions import check
from ..models import PAUSED_AT_MOST, Referral, State
from ..payloads import ReferralPaused
from . import state_moves
from .help_rows import noted, unsaved_note
from .recipients import readers_at_partner, readers_at_team
from .telling import tell


@transaction.atomic
def pause(
    referral: Referral,
    *,
    by: User,
    seen: str,
    reason: str,
    until: date,
    words: str = "",
) -> Referral:
    """For now nothing happens; no one is let go. `words` become a note."""
    check("pause", referral, by)
    today = timezone.localdate()
    if not today < until <= today + PAUSED_AT_MOST:
        raise Refused("Choose a day within the next six months.")
    referral, event = state_moves.move(
        referral,
        State.PAUSED,
        by=by,
        seen=seen,
        codes=ReferralPaused(reason=reason, until=until.isoformat()),
        pause_reason=reason,
        paused_until=until,
    )
    if words:
        note = unsaved_note(referral, words, by=by, at=timezone.now())
        note.save(force_insert=True)
        trail.write(noted(note))
    tell(event, referral, readers_at_team(referral))
    return referral


@transaction.atomic
def resume_on_the_day(referral: Referral, *, by: User) -> bool:
    """By the clock: the day has come, and help goes on. Both sides hear it, once."""
    referral, today = state_moves.locked(referral), timezone.localdate()
    if referral.paused_until is None or referral.paused_until > today:
        return False
    referral, event = state_moves.move(referral, State.HELPING, by=by)
    both = [*readers_at_partner(referral), *readers_at_team(referral)]
    tell(event, referral, both)
    return True
