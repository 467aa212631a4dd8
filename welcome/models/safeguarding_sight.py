"""Which safeguarding concerns a user may read, and how much of each."""

from django.db.models import (
    BooleanField,
    Case,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Q,
    When,
)

from .emergencies import Emergency
from .memberships import Role
from .safeguarding_shares import SafeguardingShare
from .users import User


def true_if(this: Q) -> ExpressionWrapper:
    return ExpressionWrapper(
        Case(When(this, then=True), default=False),
        output_field=BooleanField(),
    )


def led_by(user: User) -> Q:
    places = [
        m.organisation
        for m in user.current_memberships
        if m.role == Role.SAFEGUARDING and m.organisation
    ]
    if any(place.site_id is None for place in places):
        return Q(site__isnull=False)
    return Q(site__in=[place.site_id for place in places])


def read_whole_by(user: User) -> Q:
    """The site's safeguarding leads, and the team that holds the person."""
    return led_by(user) | Q(person__team__in=user.team_ids)


def shared_with(user: User) -> Q:
    shares = SafeguardingShare.objects.live().filter(
        concern=OuterRef("pk"), partner__in=user.partner_ids
    )
    return Q(Exists(shares))


def raised_by(user: User) -> Q:
    """Raised by this user, where they still work."""
    here = Q(from_team__in=user.team_ids) | Q(from_organisation__in=user.partner_ids)
    return Q(raised_by=user) & here


def in_an_emergency(user: User) -> Q:
    """Users who have opened the whole record in an emergency, while it is open."""
    opened = Emergency.objects.live().filter(by=user)
    return Q(person__in=opened.values("person"))
