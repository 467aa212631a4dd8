"""What a partner rates with the person: the hopes that are shared, while they help."""

from welcome.models import User
from welcome.reading.hope_history import HopeSeen, open_hopes

from ..access.opening import words_for
from ..forms.hope_rating import PartnersRatingForm
from ..models import Referral
from ..models.referral_states import WITH_PARTNER


def rateable(
    referral: Referral, user: User, wrong: PartnersRatingForm | None = None
) -> list[HopeSeen]:
    """Each open hope with a form; `wrong` is one that was sent back. One query."""
    agreement = referral.agreement
    shared = referral.is_shared and agreement is not None and agreement.shares_hopes
    if not shared or referral.state not in WITH_PARTNER:
        return []
    hopes = open_hopes(referral.person)
    for one in hopes:
        one.told_to_partner = words_for(user, one.newest_first)
        prefix = f"rate-{one.hope.pk}"
        one.rating_form = PartnersRatingForm(
            person=referral.person, slip=one.of_today, prefix=prefix
        )
        if wrong is not None and wrong.prefix == prefix:
            one.rating_form = wrong
    return hopes
