"""Whom a worker holds, what comes next with each, and who has been quiet for long."""

from urllib.parse import urlencode

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from .. import actions
from ..access.caseload import caseload_of, workers_led_by
from ..access.permissions import May, requires, who
from ..access.workplaces import colleagues_in_teams_of
from ..forms.bulk_actions import PLAN, BulkForm
from ..forms.caseload import CaseloadFilters
from ..models import Holding, Person, User
from ..reading.bounded_counts import bounded_counts, in_figures
from ..reading.caseload import SORTED_BY, lines, quiet_for, with_contacts
from ..reading.caseload_file import HEADINGS, caseload_cells
from ..web.csv_files import AT_MOST, stream_csv
from ..web.pagination import page_of


@requires(May.WELCOME_PEOPLE)
def caseload(request: HttpRequest) -> HttpResponse:
    """One's own people; for a lead, the team's. Quiet longest comes first."""
    user = who(request)
    filters, held = _asked(request, user)
    form = _bulk_form(request, user, held)
    if form.is_valid():
        if form.cleaned_data["what"] == PLAN:
            return _to_plan(form.cleaned_data["people"])
        _do_for_several(request, form)
        return redirect(request.get_full_path())
    rows = quiet_for(held, filters.codes["quiet"])
    counts = bounded_counts({"shown": rows, "all": held})
    page = page_of(
        rows.select_related("person", "worker"),
        request,
        by=SORTED_BY[filters.codes["sort"]],
        keys_from=with_contacts(Holding.objects.all()),
    )
    context = {
        "filters": filters,
        "page": page,
        "lines": lines(user, page.rows),
        "form": form,
        "shown": in_figures(counts["shown"]),
        "all": in_figures(counts["all"]),
        "of_others": bool(filters.codes.get("whose")),
    }
    return render(request, "welcome/caseload/caseload.html", context)


@require_safe
@requires(May.WELCOME_PEOPLE)
def caseload_csv(request: HttpRequest) -> StreamingHttpResponse:
    """The same list, with the same filters, as a file. It is written down."""
    user = who(request)
    filters, held = _asked(request, user)
    rows = quiet_for(held, filters.codes["quiet"])
    rows = rows.order_by(*SORTED_BY[filters.codes["sort"]])
    found = list(rows.values_list("pk", "person")[: AT_MOST + 1])
    taken = found[:AT_MOST]
    people = [person for _, person in taken]
    actions.take_list("caseload", by=user, people=people, rows=len(taken))
    cells = caseload_cells(user, [pk for pk, _ in taken])
    return stream_csv("caseload", HEADINGS, cells, is_cut=len(found) > AT_MOST)


def _bulk_form(request: HttpRequest, user: User, held: QuerySet[Holding]) -> BulkForm:
    """Whom and what: only people of this list, and colleagues of one's own teams."""
    return BulkForm(
        request.POST or None,
        people=Person.objects.filter(pk__in=held.values("person")),
        colleagues=colleagues_in_teams_of(user),
        huddle=user.site.huddle_word if user.site else "huddle",
    )


def _to_plan(people: QuerySet[Person]) -> HttpResponse:
    """The page that plans a meeting with each: it has questions of its own."""
    keys = [("who", str(person.pk)) for person in people]
    return redirect(f"{reverse('welcome:plan_several')}?{urlencode(keys)}")


def _do_for_several(request: HttpRequest, form: BulkForm) -> None:
    """Say for how many it was done, and why not for the others."""
    user, said = who(request), form.cleaned_data
    people, why = said["people"], said["why"]
    if colleague := form.asked:
        outcome = actions.ask_to_hold_several(
            people, by=user, why=why, to_worker=colleague
        )
        done = f"You asked {colleague.name} to hold {_in_words(outcome.done)}."
    else:
        outcome = actions.raise_several(people, by=user, why=why)
        done = f"The team will talk about {_in_words(outcome.done)}."
    if outcome.done:
        messages.success(request, done)
    for refusal in outcome.refusals:
        messages.warning(request, refusal)


def _in_words(people: list[Person]) -> str:
    """
    >>> _in_words([Person()])
    '1 person'
    """
    return f"{len(people)} {'person' if len(people) == 1 else 'people'}"


def _asked(
    request: HttpRequest, user: User
) -> tuple[CaseloadFilters, QuerySet[Holding]]:
    """The filters of the address, and everyone in the caseload that it names."""
    filters = CaseloadFilters(request.GET, workers=workers_led_by(user))
    held = caseload_of(user, filters.codes.get("whose", ""))
    return filters, with_contacts(held)
