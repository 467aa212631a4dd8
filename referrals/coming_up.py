"""Whom the welcome team talks about in its daily meeting because of a partner."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from welcome.models import Team

from .models import Referral

AT_MOST = 41


def given_back_to(team: Team) -> Iterator[tuple[UUID, datetime, str]]:
    """Given back, and not yet taken anywhere else."""
    back = Referral.objects.filter(person__team=team).needing_us()
    for referral in back.select_related("partner")[:AT_MOST]:
        if referral.moved_at:
            yield referral.person_id, referral.moved_at, f"{referral.partner} gave back"
