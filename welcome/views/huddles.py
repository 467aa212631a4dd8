"""The team's daily meeting on one screen, its decisions, and what came of them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from .. import actions
from ..access.permissions import May, open_record, requires, who
from ..access.workplaces import team_of
from ..forms.huddle_filters import HuddleFilters
from ..forms.huddles import DecisionForm, MarkForm, members, with_oneself
from ..models import Decision, Huddle, Introduction, Person, Task, Team, User
from ..reading.bounded_counts import Cut, first_of
from ..reading.huddle_agenda import AT_MOST, agenda
from ..registries.huddle_items import LOOKED_AT
from ..web.pagination import page_of

#: A screen in a room is large, and shows a line for each.
_ON_THE_WALL = 40
_DECIDED = 3
_NO_TEAM = "A huddle belongs to a team. Ask your lead to add you to one."


@require_safe
@requires(May.WELCOME_PEOPLE)
def huddle(request: HttpRequest) -> HttpResponse:
    """Who comes up today. `?wall=1`: for a screen in a room, without any details."""
    user = who(request)
    is_wall = "wall" in request.GET
    size = _ON_THE_WALL if is_wall else AT_MOST
    context = _screen(request, _team(user), size)
    context["go_on"] = "next" in request.GET
    if is_wall:
        return render(request, "welcome/huddles/huddle_wall.html", context)
    actions.note_opened("welcome:huddle", by=user)
    return render(request, "welcome/huddles/huddle.html", context)


@require_POST
@requires(May.WELCOME_PEOPLE)
def begin_huddle(request: HttpRequest) -> HttpResponse:
    """The meeting begins, with those who are there."""
    user = who(request)
    team = _team(user)
    there = set(request.POST.getlist("there"))
    came = [u for u in members(team) if str(u.pk) in there]
    actions.begin_huddle(team, by=user, there=came)
    return redirect(f"{reverse('welcome:huddle')}?next=1")


@require_POST
@requires(May.WELCOME_PEOPLE)
def end_huddle(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The meeting is over; its decisions can be read from now on."""
    huddle = get_object_or_404(Huddle.objects.visible_to(who(request)), pk=pk)
    actions.end_huddle(huddle, by=who(request))
    return redirect("welcome:minutes", huddle.pk)


@require_safe
@requires(May.WELCOME_PEOPLE)
def minutes(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What one huddle decided, and what has been done of it."""
    user = who(request)
    mine = Huddle.objects.visible_to(user).select_related("team", "begun_by")
    huddle = get_object_or_404(mine, pk=pk)
    decided = _decided(huddle, user)
    page = page_of(decided, request, by=("decided_at", "pk"), size=50)
    context = {"huddle": huddle, "page": page, "there": huddle.there.order_by("name")}
    return render(request, "welcome/huddles/minutes.html", context)


@require_safe
@requires(May.WELCOME_PEOPLE)
def all_minutes(request: HttpRequest) -> HttpResponse:
    """The huddles that are over, the newest first."""
    rows = Huddle.objects.over(_team(who(request)))
    page = page_of(rows, request, by=("-begun_at", "-pk"))
    return render(request, "welcome/huddles/all_minutes.html", {"page": page})


@require_POST
@requires(May.WELCOME_PEOPLE)
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One decision. The second of two users sees what the first one wrote."""
    user = who(request)
    mine = Huddle.objects.visible_to(user).select_related("team__site")
    huddle = get_object_or_404(mine, pk=pk)
    about = _about(request, user)
    form = _form(huddle.team, data=request.POST)
    meanwhile: Decision | None = None
    if form.is_valid():
        try:
            actions.decide(about, by=user, huddle=huddle, **form.decided())
            return redirect(_next_turn(request, huddle.team))
        except actions.DecidedSince as since:
            meanwhile = since.decision
    context = {"huddle": huddle, "form": form, "about": about, "first": meanwhile}
    context["key"] = request.POST["about"]
    return render(request, "welcome/huddles/decide.html", context)


@requires(May.WELCOME_PEOPLE)
def raise_in_huddle(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask the team to talk about someone."""
    person = open_record(who(request), pk)
    form = MarkForm(request.POST or None)
    if form.is_valid():
        actions.raise_in_huddle(person, by=who(request), **form.cleaned_data)
        word = person.site.huddle_word.lower()
        messages.success(
            request, f"The team will talk about {person} at the next {word}."
        )
        return redirect("welcome:person", person.pk)
    context = {"person": person, "form": form}
    return render(request, "welcome/huddles/raise.html", context)


@require_POST
@requires(May.WELCOME_PEOPLE)
def do_task(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Done: off Today."""
    task = get_object_or_404(Task.objects.visible_to(who(request)), pk=pk)
    actions.do_task(task, by=who(request))
    messages.success(request, "Task done.")
    return redirect("welcome:today")


def _team(user: User) -> Team:
    team = team_of(user, without=_NO_TEAM)
    return Team.objects.select_related("site").get(pk=team.pk)


def _about(request: HttpRequest, user: User) -> Person | Introduction:
    kind, _, pk = request.POST.get("about", "").partition(":")
    try:
        thing = UUID(pk)
    except ValueError as wrong:
        raise Http404 from wrong
    if kind == "person":
        return open_record(user, thing)
    return get_object_or_404(Introduction.objects.visible_to(user), pk=thing)


def _form(team: Team, among: list[User] | None = None, **given: Any) -> DecisionForm:
    people = members(team) if among is None else among
    return DecisionForm(team=team, among=people, **given)


def _decided(huddle: Huddle, user: User) -> Any:
    standing = Decision.objects.visible_to(user).standing().filter(huddle=huddle)
    return standing.select_related(
        "person", "introduction", "decided_by", "task__whose", "replaces"
    )


def _next_turn(request: HttpRequest, team: Team) -> str:
    """The huddle again, at the next person, with the filters that were chosen."""
    filters = HuddleFilters(request.GET, workers=members(team))
    return f"{reverse('welcome:huddle')}{filters.query_with(next='1')}"


def _screen(request: HttpRequest, team: Team, size: int) -> dict[str, object]:
    """Everything on the screen, in as many queries for one person as for forty."""
    user, after = who(request), request.GET.get("after", "")
    now = Huddle.objects.filter(team=team).going_on().first()
    among = members(team)
    filters = HuddleFilters(request.GET, workers=among)
    coming = agenda(team, user, asked=filters.codes, after=after, size=size)
    for n, turn in enumerate(coming.turns):
        turn.form = _form(team, among, auto_id=f"turn{n}_%s") if now else None
    return {
        "team": team,
        "word": team.site.huddle_word,
        "huddle": now,
        "last": Huddle.objects.over(team).first(),
        "members": with_oneself(among, user),
        "filters": filters,
        "more": coming.next_mark and filters.query_with(after=coming.next_mark),
        "agenda": coming,
        "looked_at": LOOKED_AT,
        "turns": coming.turns,
        "is_later_page": bool(after),
        "decided": _decided_last(now, user) if now else None,
    }


def _decided_last(huddle: Huddle, user: User) -> Cut:
    """The newest few; the minutes have all of them."""
    return first_of(_decided(huddle, user).order_by("-decided_at", "-pk"), _DECIDED)
