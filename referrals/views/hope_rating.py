"""How near a hope is now, asked by the partner with whom it is shared."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from welcome import once
from welcome.access.permissions import May, requires, who
from welcome.models import Hope
from welcome.reading.hope_history import said_today

from .. import actions
from ..forms.hope_rating import PartnersRatingForm
from .referral_page import shown, theirs

BOTH = "Both numbers are next to the hope. If the last one is wrong, rate it again."


@require_POST
@requires(May.ANSWER_REFERRALS)
def rate_hope(request: HttpRequest, pk: UUID, hope: UUID) -> HttpResponse:
    """Rated again with the person; the team and the next one see it."""
    referral = theirs(request, pk)
    rated = get_object_or_404(Hope, pk=hope, person=referral.person_id)
    prefix = f"rate-{rated.pk}"
    given: dict[str, object] = {"person": referral.person, "slip": said_today(rated)}
    form = PartnersRatingForm(request.POST, prefix=prefix, **given)
    if form.is_valid():
        rating = actions.rate_hope(
            referral, rated, by=who(request), **form.cleaned_data
        )
        said = f"Saved: {rating.score}."
        once.say_kept(request, rating, form.cleaned_data["once"], said, BOTH)
        return redirect("referrals:referral", pk)
    return shown(request, pk, wrong_rating=form)
