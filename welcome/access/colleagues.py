"""With whom a user works: in the same Welcome Teams, or at the same partners."""

from django.db.models import Q, QuerySet

from ..models import Role, User


def colleagues_of(user: User) -> QuerySet[User]:
    """Everyone else who works there now, in the order of their names."""
    at_partners = Q(
        memberships__organisation__in=user.partner_ids,
        memberships__role__in=[Role.PARTNER, Role.PARTNER_LEAD],
    )
    here = User.objects.filter(
        Q(memberships__team__in=user.team_ids) | at_partners,
        memberships__ended_at=None,
        is_active=True,
    )
    return here.exclude(pk=user.pk).distinct().order_by("name", "pk")
