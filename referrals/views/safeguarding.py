"""Raising a safeguarding concern from any page of a referral, on either side."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from welcome.access.permissions import who
from welcome.views.safeguarding import About, ask

from ..access.either_side import for_either_side
from ..access.opening import is_ours
from ..access.safeguarding import referral_to_raise_from


@for_either_side
def raise_safeguarding(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The team raises it as the team; a partner by the name that it may know."""
    referral = referral_to_raise_from(who(request), pk)
    person, back = referral.person, reverse("referrals:referral", args=[pk])
    if is_ours(who(request), referral):
        return ask(request, About(person, referral.team, str(person), back))
    return ask(request, About(person, referral.partner, referral.called, back))
