"""Agreements from before reading ended with the help: listed, looked at one by one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from welcome.access.permissions import May, requires, who
from welcome.models import User
from welcome.web.pagination import page_of

from .. import actions
from ..forms.agreement_reviews import ReviewForm
from ..models import Agreement, Referral
from ..models.agreements import AgreementQuerySet


@require_safe
@requires(May.SEND_REFERRALS)
def review_agreements(request: HttpRequest) -> HttpResponse:
    """What this team's people agreed to before; what ends first is at the top."""
    rows = _theirs(who(request)).select_related("referral__person", "referral__partner")
    page = page_of(rows, request, by=("until_on", "pk"))
    return render(
        request, "referrals/agreements/review_agreements.html", {"page": page}
    )


@requires(May.SEND_REFERRALS)
def review_agreement(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One of them: what the person says about reading on."""
    rows = _theirs(who(request)).select_related(
        "referral__person", "referral__partner", "asked_by"
    )
    agreement = get_object_or_404(rows, referral=pk)
    form = ReviewForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        actions.review_agreement(agreement.referral, by=who(request), **said)
        messages.success(request, "Saved. Thank you for asking them.")
        return redirect("referrals:review_agreements")
    context = {"form": form, "agreement": agreement, "referral": agreement.referral}
    return render(request, "referrals/agreements/review_agreement.html", context)


def _theirs(user: User) -> AgreementQuerySet:
    ours = Referral.objects.from_teams_of(user)
    return Agreement.objects.to_review().filter(referral__in=ours)
