"""Opening a referral, and writing down that it was opened: one act."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from welcome.access.permissions import May, may
from welcome.audit.looks import record_look
from welcome.models import Look, User
from welcome.reading.hope_history import Rated

from ..models import Referral
from ..models.referrals import ReferralQuerySet


def open_referral(user: User, pk: UUID) -> Referral:
    """The referral, for a partner or for the team that sent it. Else Http404.

    A partner's opening of a story that is shared is a Look, as is the team's. Where
    the story is closed the partner sees nothing, and no one has looked.
    """
    visible = with_all_of_it(Referral.objects.visible_to(user))
    referral = get_object_or_404(visible, pk=pk)
    if is_ours(user, referral):
        record_look(referral.person, by=user, why=Look.Why.TEAM, about=referral)
    elif referral.is_shared:
        record_look(referral.person, by=user, why=Look.Why.REFERRAL, about=referral)
    return referral


def with_all_of_it(rows: ReferralQuerySet) -> ReferralQuerySet:
    """With everything that its page says, in one question."""
    return rows.select_related(
        "person__site", "person__team", "person__contact_wish", "team", "partner",
        "offer", "request", "agreement__asked_by", "agreement__map__made_by",
        "agreement__withdrawn_by",
        "sent_by", "worker", "moved_by",
    )  # fmt: skip


def may_read_story(user: User, referral: Referral) -> bool:
    """The team that sent it always; the partner while it is shared with them."""
    return is_ours(user, referral) or referral.is_shared


def may_read_letter(user: User, referral: Referral) -> bool:
    """The team always; the partner while it may keep what it wrote itself."""
    return is_ours(user, referral) or referral.keeps_own_words


def may_answer(user: User, referral: Referral) -> bool:
    """Whether the partner's own buttons are theirs."""
    return not is_ours(user, referral) and may(user, May.ANSWER_REFERRALS)


def words_for(user: User, ratings: list[Rated]) -> list[tuple[Rated, str]]:
    """Each rating, with its words only for the user who wrote them: no more was agreed.

    Two people may have one name: their keys are compared.
    """
    return [(one, one.words if one.by_id == user.pk else "") for one in ratings]


def is_at_its_partner(user: User, referral: Referral) -> bool:
    return referral.partner_id in user.partner_ids


def is_ours(user: User, referral: Referral) -> bool:
    """Whether this user's welcome team sent it; else they are the partner."""
    return referral.team_id in user.team_ids
