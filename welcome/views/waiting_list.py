"""Who waits for a conversation, since when, and who will meet them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from .. import actions, once
from ..access.permissions import May, requires, who
from ..forms.huddles import members
from ..forms.meetings import MeetingForm, planned_again
from ..forms.waiting_list import CallForm, WaitingFilters
from ..models import Introduction, Meeting, User
from ..reading.bounded_counts import bounded_counts, in_figures
from ..reading.planning import PlanningChecks
from ..reading.to_reach import reach_in_words
from ..reading.to_tell import tell_them_yourself
from ..reading.waiting_list import (
    SORTED_BY,
    add_facts,
    can_plan,
    plan_of,
    waiting_for,
)
from ..refusals import Stale
from ..web.pagination import page_of


@require_safe
@requires(May.WELCOME_PEOPLE)
def waiting(request: HttpRequest) -> HttpResponse:
    """The longest wait first unless asked otherwise, each with the one next step."""
    user, filters = who(request), WaitingFilters(request.GET)
    found = waiting_for(user, filters.codes["so_far"])
    counts = bounded_counts({"shown": found, "all": waiting_for(user)})
    rows = found.select_related("person", "site")
    rows = rows.prefetch_related("contacts__by", "meetings__who")
    page = page_of(rows, request, by=SORTED_BY[filters.codes["sort"]])
    for row in page.rows:
        add_facts(row)
    context = {
        "page": page,
        "filters": filters,
        "shown": in_figures(counts["shown"]),
        "all": in_figures(counts["all"]),
    }
    return render(request, "welcome/waiting_list/waiting.html", context)


@require_safe
@requires(May.WELCOME_PEOPLE)
def waits(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One introduction: calls, plans, and what can be done next."""
    return _page(request, _introduction(who(request), pk))


@require_POST
@requires(May.WELCOME_PEOPLE)
def log_call(request: HttpRequest, pk: UUID) -> HttpResponse:
    introduction = _introduction(who(request), pk)
    form = CallForm(request.POST, introduction=introduction)
    if not form.is_valid():
        return _page(request, introduction, call=form)
    call = actions.log_call(introduction, by=who(request), **form.cleaned_data)
    said, both = "Contact logged.", "Both are under “History”."
    key = form.cleaned_data["once"]
    once.say_kept(request, call, key, said, both, key="once")
    return redirect("welcome:waits", introduction.pk)


@require_POST
@requires(May.WELCOME_PEOPLE)
def plan_meeting(request: HttpRequest, pk: UUID) -> HttpResponse:
    introduction = _introduction(who(request), pk)
    form = _meeting_form(introduction, who(request), request.POST)
    if not form.is_valid():
        return _page(request, introduction, meet=form)
    try:
        meeting = actions.plan_meeting(introduction, by=who(request), **form.planned())
    except Stale as why:
        again = _typed_again(introduction, who(request), request.POST)
        again.add_error(None, str(why))
        return _page(request, introduction, meet=again, status=409)
    said = f"{meeting.who.name} will meet them. The meeting is planned."
    messages.success(request, f"{said} {_about_the_old(form)}".strip())
    return redirect("welcome:waits", introduction.pk)


def _about_the_old(form: MeetingForm) -> str:
    """What is still to be said of the time that no longer applies."""
    old = Meeting.objects.filter(pk=form.cleaned_data["instead_of"]).first()
    return tell_them_yourself(old) if old else ""


def _introduction(user: User, pk: UUID) -> Introduction:
    mine = Introduction.objects.visible_to(user)
    mine = mine.select_related("team__site", "site", "person")
    mine = mine.prefetch_related("contacts__by", "meetings__who")
    return get_object_or_404(mine, pk=pk)


def _meeting_form(
    introduction: Introduction, user: User, data: Any = None, again: str = ""
) -> MeetingForm:
    """A new plan starts with this user; a plan that moves keeps who it was."""
    first = planned_again(introduction.meetings.all(), again) or {"who": user.pk}
    among = members(introduction.team)
    plan = plan_of(introduction)
    first = first | {"instead_of": plan and plan.pk}
    if plan:
        first["who"] = plan.who_id
    return MeetingForm(
        data,
        site=introduction.site,
        among=among,
        checks=PlanningChecks.of(introduction),
        initial=first,
    )


def _typed_again(
    introduction: Introduction, user: User, said: QueryDict
) -> MeetingForm:
    """What was typed, beside the plan that stands there now."""
    plan = plan_of(introduction)
    now = said.copy()
    now["instead_of"] = str(plan.pk) if plan else ""
    return _meeting_form(introduction, user, now)


def _page(
    request: HttpRequest,
    introduction: Introduction,
    call: CallForm | None = None,
    meet: MeetingForm | None = None,
    status: int = 200,
) -> HttpResponse:
    add_facts(introduction)
    again = request.GET.get("again", "")
    to_reach = Meeting.objects.filter(introduction=introduction).to_reach().last()
    context = {
        "introduction": introduction,
        "is_waiting": introduction.is_waiting,
        "to_reach": to_reach and reach_in_words(to_reach),
        "can_plan": can_plan(introduction),
        "call": call or CallForm(introduction=introduction),
        "meet": meet or _meeting_form(introduction, who(request), again=again),
    }
    return render(request, "welcome/waiting_list/waits.html", context, status=status)
