"""Opening a referral, and writing down that it was opened: one act."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from welcome.audit.trail import label
from welcome.models import Look, User

from ..models import Referral
from ..models.referrals import ReferralQuerySet


def open_referral(user: User, pk: UUID) -> Referral:
    """The referral, for a partner or for the team that sent it. Else Http404.

    A partner's opening of a story that is shared is a Look, as is the team's. Where
    the story is closed the partner sees nothing, and nobody has looked.
    """
    visible = with_all_of_it(Referral.objects.visible_to(user))
    referral = get_object_or_404(visible, pk=pk)
    if is_ours(user, referral):
        _looked(user, referral, Look.Why.TEAM)
    elif referral.is_shared:
        _looked(user, referral, Look.Why.REFERRAL)
    return referral


def with_all_of_it(rows: ReferralQuerySet) -> ReferralQuerySet:
    """With everything that its page says, in one question."""
    return rows.select_related(
        "person__site", "person__team", "person__contact_wish", "team", "partner",
        "offer", "request", "agreement__asked_by", "agreement__map__made_by",
        "agreement__withdrawn_by",
        "sent_by", "worker", "moved_by",
    )  # fmt: skip


def _looked(user: User, referral: Referral, why: Look.Why) -> None:
    Look.objects.create(person=referral.person, by=user, why=why, about=label(referral))


def is_ours(user: User, referral: Referral) -> bool:
    """Whether this user's welcome team sent it; else they are the partner."""
    return referral.team_id in user.team_ids
