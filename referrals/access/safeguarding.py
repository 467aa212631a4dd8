"""What a referral's page says of safeguarding, and who may raise a concern from it."""

from uuid import UUID

from django.db.models import Q
from django.shortcuts import get_object_or_404
from django.urls import reverse

from welcome.models import SafeguardingConcern, User
from welcome.reading.safeguarding import AtTheTop, first_of

from ..models import Referral
from ..models.referral_states import OPEN
from .opening import is_ours


def at_the_top(user: User, referral: Referral) -> AtTheTop:
    """The team's own page shows all; a partner what is shared, or what they raised."""
    concerns = SafeguardingConcern.objects
    ours = is_ours(user, referral)
    rows = concerns.visible_to(user) if ours else concerns.at_partners_of(user)
    can_raise = ours or referral.is_open
    url = reverse("referrals:raise_safeguarding", args=[referral.pk])
    return first_of(rows.filter(person=referral.person_id), url if can_raise else "")


def referral_to_raise_from(user: User, pk: UUID) -> Referral:
    """The team's, or one that is open at the partner where this user works."""
    ours = Q(team__in=user.team_ids)
    rows = Referral.objects.visible_to(user).filter(ours | Q(state__in=OPEN))
    rows = rows.select_related(
        "person__team", "person__site", "team", "partner", "agreement"
    )
    return get_object_or_404(rows, pk=pk)
