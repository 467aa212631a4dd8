"""Find or begin: who may be the same is shown before anything is made."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_POST

from .. import actions
from ..access.comparing import seen_by, somebody_near, without_own
from ..access.permissions import May, requires, who
from ..access.workplaces import team_of
from ..finding.possible_duplicates import Twin, introduced, likely_same
from ..forms.people import StartForm
from ..linking.family import one_of_each
from ..models import Introduction, Meeting, Person, User
from ..web.post_redirect_get import posted_before, redirect_with_form

#: Pressed in a list: start with what the introduction says, if no one looks alike.
AS_INTRODUCED = "as_introduced"


@requires(May.WELCOME_PEOPLE)
def start(request: HttpRequest) -> HttpResponse:
    """Who is this? Then either carry on their story, or begin it."""
    user, team = who(request), team_of(who(request))
    said = request.POST or posted_before(request)
    introduction = _introduction(request, said)
    known = _known(introduction)
    if said and AS_INTRODUCED in said:
        said = _as_introduced(known, said)
    form = StartForm(said, site=team.site, initial=known)
    twins = without_own(user, _alike(form, introduction))
    if request.method == "POST" and form.is_valid():
        if twins and "somebody_else" not in request.POST:
            return redirect_with_form(request, "welcome:start", at="twins")
        return _begin(request, form, twins, introduction)
    twins = seen_by(user, twins)
    context = _page(form, twins, introduction)
    return render(request, "welcome/people/start.html", context)


def _alike(form: StartForm, introduction: Introduction | None) -> list[Twin]:
    """Who may be the same. Nothing is shown yet, so no look is written down."""
    if form.is_valid():
        return one_of_each(likely_same(form.newcomer()))
    if introduction and not form.is_bound:
        return likely_same(introduced(introduction))
    return []


def _begin(
    request: HttpRequest,
    form: StartForm,
    twins: list[Twin],
    introduction: Introduction | None,
) -> HttpResponse:
    """Make the record, and go to the first conversation."""
    user = who(request)
    conversation = actions.welcome(
        by=user, team=team_of(user), introduction=introduction, **form.facts()
    )
    others = [twin.person for twin in twins]
    actions.say_none_is_the_same(conversation.person, others, by=user)
    _say_what_is_planned(request, conversation.person)
    return redirect("welcome:conversation", conversation.pk)


def _as_introduced(known: dict[str, str], said: QueryDict) -> QueryDict:
    """The form as the introduction fills it in, for starting from a list at once."""
    form = QueryDict(mutable=True)
    form.update({"introduction": said.get("introduction", ""), **known})
    return form


@require_POST
@requires(May.WELCOME_PEOPLE)
def twins(request: HttpRequest) -> HttpResponse:
    """The same look while someone is still typing (htmx). Makes nothing."""
    user, team = who(request), team_of(who(request))
    form = StartForm(request.POST, site=team.site)
    form.is_valid()
    found = _look_for_twins(form, user) if form.cleaned_data.get("known_as") else []
    context = _page(form, found, _introduction(request, request.POST))
    return render(request, "welcome/possible_duplicates/_twins.html", context)


@require_POST
@requires(May.WELCOME_PEOPLE)
def carry_on(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It is them: carry on their one story, here or with the team that knows it."""
    user = who(request)
    introduction = _introduction(request, request.POST)
    mine = Person.objects.visible_to(user).filter(pk=pk).first()
    if mine:
        conversation = actions.begin(mine, by=user, introduction=introduction)
        _say_what_is_planned(request, mine)
        return redirect("welcome:conversation", conversation.pk)
    person = somebody_near(user, team_of(user).site_id, pk, linked_to=None)
    actions.pass_on(introduction, by=user, person=person)
    messages.success(
        request,
        f"We’ve told {person.team}. They know this story and will carry on with it: "
        "no one has to tell it again.",
    )
    return redirect("welcome:today")


def _say_what_is_planned(request: HttpRequest, person: Person) -> None:
    """A meeting that is still ahead stays planned, which is easily missed."""
    plan = Meeting.objects.planned_with(person).first()
    if plan:
        at = date_format(timezone.localtime(plan.at), "l j F, H.i")
        words = f"The meeting on {at} is still planned. Ask whether to keep it."
        messages.info(request, f"{words} You can change it from their page.")


def _introduction(request: HttpRequest, said: QueryDict | None) -> Introduction | None:
    """The introduction this began from, if the address or the form names one."""
    asked = (said or request.GET).get("introduction") or request.GET.get("introduction")
    try:
        pk = UUID(asked or "")
    except ValueError:
        return None
    return Introduction.objects.visible_to(who(request)).waiting().filter(pk=pk).first()


def _known(introduction: Introduction | None) -> dict[str, str]:
    if introduction is None:
        return {}
    names = ("known_as", "phone", "postcode")
    return {name: getattr(introduction, name) for name in names}


def _look_for_twins(form: StartForm, user: User) -> list[Twin]:
    """Possible duplicates. Looking at another team's people is written down."""
    return seen_by(user, one_of_each(likely_same(form.newcomer())))


def _page(
    form: StartForm, twins: list[Twin], introduction: Introduction | None
) -> dict[str, object]:
    return {"form": form, "twins": twins, "introduction": introduction}
