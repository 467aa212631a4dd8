"""Handing over: ask, answer, take back; and the door that opens again."""

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from .. import actions
from ..access import May, open_record, requires, who
from ..banner import banner_for
from ..forms.handovers import CannotForm, HandoverForm
from ..models import Handover, Look, Person, Role, Team, User
from ..versions import story_of


@requires(May.WELCOME_PEOPLE)
def hand_over(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask another team or a colleague. Until they say yes, you hold."""
    person = open_record(who(request), pk)
    teams = Team.objects.select_related("site").order_by("site__name", "name")
    form = HandoverForm(
        request.POST or None, person=person, teams=teams, workers=_workers(person)
    )
    if form.is_valid():
        actions.offer_handover(person, by=who(request), **form.cleaned_data)
        messages.success(request, f"Asked. Until they say yes, you hold {person}.")
        return redirect("welcome:person", person.pk)
    context = {"person": person, "banner": banner_for(person), "form": form}
    return render(request, "welcome/hand_over.html", context)


@requires(May.WELCOME_PEOPLE)
def handover(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What is asked, by whom and why; with the story, as the person has agreed."""
    asked = _visible(request, pk)
    return _page(request, asked, CannotForm())


@require_POST
@requires(May.WELCOME_PEOPLE)
def accept_handover(request: HttpRequest, pk: UUID) -> HttpResponse:
    asked = actions.accept_handover(_visible(request, pk), by=who(request))
    messages.success(request, f"Thank you. You hold {asked.person} now.")
    return redirect("welcome:person", asked.person_id)


@require_POST
@requires(May.WELCOME_PEOPLE)
def decline_handover(request: HttpRequest, pk: UUID) -> HttpResponse:
    asked, form = _visible(request, pk), CannotForm(request.POST)
    if not form.is_valid():
        return _page(request, asked, form)
    actions.decline_handover(asked, by=who(request), **form.cleaned_data)
    messages.success(request, f"Said. They go on holding {asked.person}.")
    return redirect("welcome:today")


@require_POST
@requires(May.WELCOME_PEOPLE)
def take_back_handover(request: HttpRequest, pk: UUID) -> HttpResponse:
    asked = actions.take_back_handover(_visible(request, pk), by=who(request))
    messages.success(request, f"Taken back. You go on holding {asked.person}.")
    return redirect("welcome:person", asked.person_id)


@require_POST
@requires(May.WELCOME_PEOPLE)
def come_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Same record, same story: held from now on, and somebody listens."""
    person = open_record(who(request), pk)
    actions.come_back(person, by=who(request))
    conversation = actions.begin(person, by=who(request))
    messages.success(request, f"Welcome back, {person}. It is the same story.")
    return redirect("welcome:conversation", conversation.pk)


def _visible(request: HttpRequest, pk: UUID) -> Handover:
    rows = Handover.objects.visible_to(who(request)).select_related(
        "person__team", "person__site", "person__contact_wish", "from_team__site",
        "to_team__site", "to_worker", "offered_by", "answered_by",
    )  # fmt: skip
    return get_object_or_404(rows, pk=pk)


def _page(request: HttpRequest, asked: Handover, form: CannotForm) -> HttpResponse:
    """The story is read here only while it is asked, or by whoever holds it."""
    person, user = asked.person, who(request)
    is_asked = asked.to_team_id in user.team_ids
    reads = person.team_id in user.team_ids or (asked.is_open and is_asked)
    if reads:
        why = Look.Why.TEAM if person.team_id in user.team_ids else Look.Why.HANDOVER
        Look.objects.create(person=person, by=user, why=why)
    context = {
        "asked": asked,
        "person": person,
        "reads": reads,
        "banner": banner_for(person) if reads else None,
        "passages": story_of(person) if reads else [],
        "may_answer": asked.is_open and _may_answer(asked, user),
        "may_take_back": asked.is_open and asked.from_team_id in user.team_ids,
        "form": form,
    }
    return render(request, "welcome/handover.html", context)


def _may_answer(asked: Handover, user: User) -> bool:
    if asked.is_within_a_team:
        return asked.to_worker_id == user.pk
    return asked.to_team_id in user.team_ids


def _workers(person: Person) -> QuerySet[User]:
    """Who welcomes people in a team of this site now."""
    there = User.objects.filter(
        memberships__team__site=person.site_id,
        memberships__role__in=[Role.WELCOMER, Role.LEAD],
        memberships__ended_at=None,
        is_active=True,
    )
    return there.distinct().order_by("name", "pk")
