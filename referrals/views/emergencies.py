"""A partner reads the whole record in an emergency, agreed or not."""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.formats import date_format

from welcome import actions as welcome
from welcome.access.permissions import May, requires, who
from welcome.forms.emergencies import EmergencyForm

from ..models import Objection, Referral


@requires(May.OPEN_IN_EMERGENCY)
def emergency(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Why, and then it opens: for someone at a partner who is asked, or helps."""
    user = who(request)
    rows = Referral.objects.to_partners_of(user).exclude(sent_at=None)
    rows = rows.select_related("person__team", "partner", "agreement")
    referral = get_object_or_404(rows, pk=pk)
    if not referral.is_open:  # their part is over: the page says whom to ring
        return redirect("referrals:referral", referral.pk)
    objected = _said_no(referral)
    form = EmergencyForm(request.POST or None)
    if form.is_valid():
        opened = welcome.open_in_emergency(
            referral.person,
            by=user,
            against_their_no=bool(objected),
            **form.cleaned_data,
        )
        return redirect("welcome:emergency", opened.pk)
    context = {
        "form": form,
        "called": referral.called,
        "team": referral.person.team,
        "minutes": settings.EMERGENCY_MINUTES,
        "objected": objected,
        "back": reverse("referrals:referral", args=[pk]),
    }
    return render(request, "welcome/emergencies/open_in_emergency.html", context)


def _said_no(referral: Referral) -> str:
    """When the person took back what was agreed, or said no to this partner."""
    agreement = referral.agreement
    if agreement and agreement.withdrawn_at:
        day = date_format(agreement.withdrawn_at, "j F Y")
        return f"The agreement with {referral.partner} ended on {day}."
    standing = Objection.objects.filter(person=referral.person_id).standing()
    said = standing.filter(partner=referral.partner).first()
    if said:
        day = date_format(said.said_at, "j F Y")
        return f"They said no to {referral.partner} on {day}."
    return ""
