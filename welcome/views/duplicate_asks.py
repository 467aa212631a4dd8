"""A welcomer asks their lead whether two records are one person."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from .. import actions
from ..access.comparing import seen_by, somebody_near
from ..access.permissions import May, open_record, requires, who
from ..finding.possible_duplicates import Twin
from ..forms.duplicate_asks import AskLeadForm
from ..models import DuplicateAsk, LinkAsked
from ..reading.banner import banner_for


@requires(May.WELCOME_PEOPLE)
def ask_lead(request: HttpRequest, pk: UUID, other: UUID) -> HttpResponse:
    """The same person, they think: a word about why, if they like, and ask."""
    user = who(request)
    person = open_record(user, pk)
    somebody = somebody_near(user, person.site_id, other)
    form = AskLeadForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.ask_lead(person, somebody, by=user, **form.cleaned_data)
        messages.success(
            request, "We’ve asked your lead. You’ll see the answer on Today."
        )
        return redirect("welcome:alike", person.pk)
    context = {
        "person": person,
        "banner": banner_for(person),
        "twin": seen_by(user, [Twin(somebody)])[0],
        "form": form,
    }
    return render(request, "welcome/duplicate_asks/ask_lead.html", context)


@require_POST
@requires(May.WELCOME_PEOPLE)
def read_answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The welcomer who asked has read what the lead answered."""
    mine = DuplicateAsk.objects.visible_to(who(request)).filter(asked_by=who(request))
    actions.mark_answer_read(get_object_or_404(mine, pk=pk), by=who(request))
    return redirect("welcome:today")


@require_POST
@requires(May.LINK_RECORDS)
def read_team_answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The lead who asked another team has read what was decided."""
    mine = LinkAsked.objects.filter(asked_by=who(request))
    actions.mark_answer_read(get_object_or_404(mine, pk=pk), by=who(request))
    return redirect("welcome:today")
