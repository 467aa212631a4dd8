"""Finding somebody, their page, and how we say farewell."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from .. import actions
from ..access.permissions import May, may, open_record, requires, who
from ..forms.people import FarewellForm, PeopleFilters
from ..linking import family
from ..models import Person, Task
from ..reading.banner import banner_for
from ..reading.bounded_counts import bounded_counts, in_figures
from ..reading.people_listed import SORTED_BY, people_listed, with_contacts
from ..web.pagination import Page, page_of
from ..web.post_redirect_get import redirect_with_form
from .search_results import results, words_asked
from .story_pages import story_page

#: On the trail's own page, but not among the last few lines beside the story.
DETAILS = [
    "passage.added",
    "person.about_me",
    "agreement.given",
    "request.made",
    "door.opened",
    "door.asked",
    "hope.named",
    "hope.rated",
    "map.changed",
    "attachment.opened",
    "attachment.taken",
]


@require_http_methods(["GET", "HEAD", "POST"])
@requires(May.WELCOME_PEOPLE)
def people(request: HttpRequest) -> HttpResponse:
    """One box that finds; without words, everyone the team holds open.

    A name must not be in an address: the search is posted, and kept under a key.
    """
    if request.method == "POST":
        return redirect_with_form(request, "welcome:people")
    words, may_import = words_asked(request), may(who(request), May.IMPORT_PEOPLE)
    context: dict[str, object] = {"q": words, "may_import": may_import}
    if words:
        page = results(request, words)
        context |= {"people": page.rows, "page": page}
    else:
        context |= _listed(request)
    return render(request, "welcome/people/people.html", context)


def _listed(request: HttpRequest) -> dict[str, object]:
    """The team's people by the filters, and how many of how many."""
    user, filters = who(request), PeopleFilters(request.GET)
    rows = people_listed(user, filters.codes)
    every = Person.objects.visible_to(user)
    counts = bounded_counts({"shown": rows, "all": every})
    page = page_of(
        rows.select_related("team"),
        request,
        by=SORTED_BY[filters.codes["sort"]],
        keys_from=with_contacts(Person.objects.all()),
    )
    return {
        "filters": filters,
        "people": page.rows,
        "page": page,
        "shown": in_figures(counts["shown"]),
        "all": in_figures(counts["all"]),
    }


@require_safe
@requires(May.WELCOME_PEOPLE)
def person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The whole record on one page: about me first, then the story."""
    person = open_record(who(request), pk, glance=True)
    story = story_page(person.passages.current(), request)
    context = {
        "person": person,
        "banner": banner_for(person, story=story.rows if story.is_whole else None),
        "story": story,
        "passages": story.rows,
        "tasks": _tasks_for(person, request),
        "may_link": may(who(request), May.LINK_RECORDS),
        "events": family.events_of(person)
        .exclude(what__in=DETAILS)
        .order_by("-at", "-pk")[:8],
    }
    return render(request, "welcome/people/person.html", context)


def _tasks_for(person: Person, request: HttpRequest) -> Page | None:
    """What the team has decided to do for them, where there is anything."""
    if not (person.has_tasks or person.has_linked):  # type: ignore[attr-defined]
        return None  # as `at_a_glance` and `with_linked` have seen
    rows = Task.objects.to_do().filter(decision__person__in=person.family)
    rows = rows.select_related("decision", "whose")
    return page_of(rows, request, by=("due_on", "pk"), size=8, mark="tasks")


@require_POST
@requires(May.WELCOME_PEOPLE)
def add(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Listen again: a later conversation, or the draft that is already there."""
    person = open_record(who(request), pk)
    conversation = actions.begin(person, by=who(request))
    return redirect("welcome:conversation", conversation.pk)


@requires(May.WELCOME_PEOPLE)
def farewell(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say goodbye, and leave the door open."""
    person = open_record(who(request), pk)
    form = FarewellForm(request.POST or None)
    if form.is_valid():
        actions.say_farewell(person, by=who(request), **form.cleaned_data)
        messages.success(
            request, f"You’ve said farewell. The door stays open for {person}."
        )
        return redirect("welcome:person", person.pk)
    context = {"person": person, "banner": banner_for(person), "form": form}
    return render(request, "welcome/holdings/farewell.html", context)
