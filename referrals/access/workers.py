"""Who works at a partner now, and could be named for a referral."""

from uuid import UUID

from django.db.models import QuerySet

from welcome.access.workplaces import workers_in
from welcome.models import Organisation, Role, User

from ..models import Referral
from .opening import is_ours


def workers_at(*partners: UUID) -> QuerySet[User]:
    """Who answers for one of these partners now, in the order of their names."""
    here = User.objects.filter(
        memberships__organisation__in=partners,
        memberships__role__in=[Role.PARTNER, Role.PARTNER_LEAD],
        memberships__ended_at=None,
        is_active=True,
    )
    return here.distinct().order_by("name", "pk")


def colleagues_at_partners_of(user: User) -> QuerySet[User]:
    """Who answers at the partners where this user works."""
    return workers_at(*user.partner_ids)


def workers_on_side_of(user: User, referral: Referral) -> QuerySet[User]:
    """Who works where this user stands: in the team, or at the partner."""
    if not is_ours(user, referral):
        return workers_at(referral.partner_id)
    return workers_in(referral.team_id)


def partners_led_by(user: User) -> QuerySet[Organisation]:
    """The partners whose offers this user keeps; working there is not enough."""
    led = user.organisation_ids(Role.PARTNER_LEAD)
    partners = Organisation.objects.filter(pk__in=led, is_partner=True)
    return partners.select_related("site").order_by("name", "pk")
