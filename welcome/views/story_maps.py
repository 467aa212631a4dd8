"""The story map: drawn with the person, by the person, and what it was before."""

from typing import Required, TypedDict
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from .. import actions
from ..access.permissions import May, open_record, requires, who
from ..forms.story_maps import FORMS, ChangeNeedForm, MapForm, NeedForm, TieForm
from ..models import MapVersion, Person, User
from ..reading.banner import Banner, banner_for
from ..refusals import Refused
from ..web.pagination import Page as Versions
from ..web.pagination import page_of
from .own_page.guard import Own, at_own_door

Change = MapVersion.Change
DONE = {
    Change.NEED_ADDED: "Added to the map.",
    Change.NEED_CHANGED: "Words saved. We’ve kept the earlier words.",
    Change.NEED_REMOVED: "Removed. It is still in the earlier maps.",
    Change.TIED: "Linked.",
    Change.UNTIED: "Link removed. It is still in the earlier maps.",
    Change.PUT_BACK: "Map restored.",
}


class Page(TypedDict, total=False):
    """What only one of the two pages shows, and where its map is."""

    map_url: Required[str]
    banner: Banner
    own: Own
    here_now: str
    newer: MapVersion


@require_http_methods(["GET", "HEAD", "POST"])
@requires(May.WELCOME_PEOPLE)
def story_map(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Draw how it hangs together, with the person. Each change is a new version."""
    person = open_record(who(request), pk)
    map_url = reverse("welcome:map", args=[person.pk])
    page = Page(banner=banner_for(person), map_url=map_url)
    return _drawing(request, person, who(request), "welcome/story_maps/map.html", page)


@require_safe
@requires(May.WELCOME_PEOPLE)
def map_versions(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Every map there was, the newest first, each with who drew it and when."""
    person = open_record(who(request), pk)
    context = {
        "person": person,
        "banner": banner_for(person),
        "map_url": reverse("welcome:map", args=[person.pk]),
        "page": _versions(person, request),
        "newest": _newest(person).number,
    }
    return render(request, "welcome/story_maps/map_versions.html", context)


@at_own_door
def my_map(request: HttpRequest, own: Own) -> HttpResponse:
    """The same at the person's own door, in their own hand."""
    map_url = reverse("welcome:my_map", args=[own.token])
    by = User.objects.hand("person")
    page = Page(own=own, map_url=map_url, here_now="story")
    return _drawing(request, own.person, by, "welcome/own_page/my_map.html", page)


@at_own_door
def my_map_versions(request: HttpRequest, own: Own) -> HttpResponse:
    """What their map was before."""
    context = {
        "own": own,
        "person": own.person,
        "here_now": "story",
        "map_url": reverse("welcome:my_map", args=[own.token]),
        "page": _versions(own.person, request),
        "newest": _newest(own.person).number,
    }
    return render(request, "welcome/own_page/my_map_versions.html", context)


def _versions(person: Person, request: HttpRequest) -> Versions:
    """Each is drawn: fewer stand on a page than lines of a list."""
    rows = person.maps.newest_first()
    return page_of(rows, request, by=("-number", "-pk"), size=20)


def _newest(person: Person) -> MapVersion:
    """The map that stands, or an empty sheet of number 0."""
    return person.maps.newest_first().first() or MapVersion(person=person, number=0)


def _drawing(
    request: HttpRequest, person: Person, by: User, template: str, page: Page
) -> HttpResponse:
    """One change drawn, or the page; with both maps' changes where two drew at once."""
    version = _newest(person)
    form = _said(request, version)
    if form and form.is_valid():
        try:
            _draw(person, form, by)
            messages.success(request, DONE[Change(form.change)])
            return redirect(page["map_url"] + "#map")
        except actions.MapChanged as since:
            version = since.newest
            form.again(version)
            page["newer"] = version
    status = 409 if "newer" in page else 200
    context = {**_forms(request, version, form), **page}
    context |= {"person": person, "version": version}
    return render(request, template, context, status=status)


def _draw(person: Person, form: MapForm, by: User) -> MapVersion:
    return actions.redraw(
        person,
        form.redrawing(),
        by=by,
        was=form.cleaned_data["was"],
        change=form.change,
    )


def _said(request: HttpRequest, version: MapVersion) -> MapForm | None:
    """The one small form that was sent, if one was."""
    change = request.POST.get("change", "")
    if change and change not in FORMS:
        raise Refused("Choose what you want to change on the map’s page.")
    return FORMS[change](request.POST, version=version) if change else None


def _forms(
    request: HttpRequest, version: MapVersion, said: MapForm | None
) -> dict[str, object]:
    """The forms of the page. What was said and not done yet stands in its own."""
    drawn: dict[str, object] = {"said": said, "adding": NeedForm(version=version)}
    if len(version.needs) > 1:
        drawn["tying"] = TieForm(version=version)
    changing = _changing(request, version)
    if changing:
        drawn["changing"] = changing
    names = {NeedForm: "adding", TieForm: "tying", ChangeNeedForm: "changing"}
    if said and type(said) in names:
        drawn[names[type(said)]] = said
    return drawn


def _changing(request: HttpRequest, version: MapVersion) -> ChangeNeedForm | None:
    """The need whose words shall be changed: its number is in the address."""
    wanted = request.GET.get("need", "")
    need = next((n for n in version.needs if str(n["id"]) == wanted), None)
    if need is None:
        return None
    initial = {**need, "need": need["id"]}
    return ChangeNeedForm(version=version, initial=initial)
