"""Change an agreement from the person's page: more, fewer, or for longer."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from welcome.access.permissions import May, open_record, requires, who
from welcome.web.partials import is_in_place
from welcome.web.post_redirect_get import posted_before, redirect_with_form

from .. import actions
from ..forms import AgreeForm
from ..models import Agreement, Referral
from .agree_and_send import until_when
from .parts_to_share import Preview, place_of, shareable
from .seen import seen_on, status_of, unless_refused


@requires(May.SEND_REFERRALS)
def change_agreement(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What is agreed now is ticked; what the person says about it is written anew."""
    user = who(request)
    rows = Referral.objects.from_teams_of(user).exclude(sent_at=None)
    rows = rows.select_related("partner", "agreement", "request", "person")
    referral = get_object_or_404(rows, pk=pk)
    person = open_record(user, referral.person_id)
    whole = shareable(user, person)
    said = request.POST or posted_before(request)
    form = whole.ask(AgreeForm, said, initial=_agreed_now(referral.agreement))
    if form.is_tentative and request.method == "POST" and not is_in_place(request):
        at = place_of(request, form)
        return redirect_with_form(request, "referrals:change_agreement", pk, at=at)
    if form.is_valid():
        change = partial(actions.change_agreement, referral, by=user)
        shown = seen_on(request, "instead_of")
        change = partial(change, seen=seen_on(request), instead_of=shown)
        if unless_refused(form, None, change):
            said_so = f"Agreement changed. We’ve told {referral.partner}."
            messages.success(request, said_so)
            return redirect("welcome:person", person.pk)
    words = referral.request.words
    context = {
        "form": form,
        "person": person,
        "referral": referral,
        "whole": whole,
        "preview": Preview(whole, form, user, words, referral.partner),
    }
    status = status_of(form)
    page = "referrals/agreements/change_agreement.html"
    return render(request, page, context, status=status)


def _agreed_now(agreement: Agreement | None) -> dict[str, object]:
    """The parts that the partner reads now, and half a year from today."""
    if agreement is None or not agreement.is_live:
        return until_when()
    return until_when() | {
        "passages": list(agreement.passages.values_list("pk", flat=True)),
        "attachments": list(agreement.attachments.values_list("pk", flat=True)),
        "map": agreement.map_id,
        "shares_hopes": agreement.shares_hopes,
        "shares_helpers": agreement.shares_helpers,
        "after_help": agreement.after_help or "ends",
        "may_go_on": agreement.may_go_on,
    }
