"""Who carries what at a partner, and handing over to a colleague there."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_safe

from welcome.access.permissions import May, requires, who
from welcome.models import User
from welcome.web.pagination import page_of

from .. import actions
from ..forms.named_worker import NameWorkerForm
from ..models import Referral
from ..models.referral_states import WITH_PARTNER
from ..models.referrals import ReferralQuerySet
from ..reading.workload import AT_MOST, colleagues_of, helped_by_partners_of, loads_of
from .seen import seen_on


@require_safe
@requires(May.ANSWER_REFERRALS)
def team(request: HttpRequest) -> HttpResponse:
    """Everyone who is named, and everyone who could be."""
    user = who(request)
    page = page_of(colleagues_of(user), request, by=("name", "pk"), size=AT_MOST)
    context = {"page": page, "loads": loads_of(user, page.rows)}
    return render(request, "referrals/workload/team.html", context)


@requires(May.ANSWER_REFERRALS)
def worker(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Whom one colleague helps, newest move first; some of them go to another."""
    user = who(request)
    colleague, theirs = _colleague(user, pk), _helped_by(user, pk)
    others = colleagues_of(user).exclude(pk=pk)
    form = NameWorkerForm(request.POST or None, referrals=theirs, workers=others)
    if form.is_valid():
        actions.hand_to_colleague(
            _as_ticked(request, form.cleaned_data["referrals"]),
            by=user,
            worker=form.cleaned_data["worker"],
        )
        said = f"{form.cleaned_data['worker']} is now the key contact. We’ve told them."
        messages.success(request, said)
        return redirect("referrals:worker", pk)
    context = {
        "colleague": colleague,
        "works_here": colleagues_of(user).filter(pk=pk).exists(),
        "form": form,
        "ticked": set(request.POST.getlist("referrals")),
        "page": page_of(theirs, request, by=("-moved_at", "-pk")),
    }
    return render(request, "referrals/workload/worker.html", context)


def _as_ticked(
    request: HttpRequest, referrals: list[Referral]
) -> list[tuple[Referral, str]]:
    """Each with what the page showed of it when it was ticked."""
    return [(each, seen_on(request, f"seen-{each.pk}")) for each in referrals]


def _helped_by(user: User, pk: UUID) -> ReferralQuerySet:
    visible = Referral.objects.to_partners_of(user)
    theirs = visible.filter(worker=pk, state__in=WITH_PARTNER)
    return theirs.select_related("person", "offer", "agreement")


def _colleague(user: User, pk: UUID) -> User:
    """Someone who works here, or who is still named here."""
    named = helped_by_partners_of(user).filter(worker=pk)
    if named.exists():
        return get_object_or_404(User, pk=pk)
    return get_object_or_404(colleagues_of(user), pk=pk)
