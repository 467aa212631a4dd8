"""A team's own list: see the dry run, choose who is who, bring over."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from ..access.permissions import May, requires, who
from ..actions import imports
from ..imports import handing_back, shelf
from ..imports.showing import shown
from ..models import Import, ImportRow
from ..refusals import Refused
from ..web.cache_headers import not_kept
from ..web.pagination import page_of
from ..web.partials import is_in_place

#: Where something is asked before any row is looked at.
_QUESTIONS = {
    Import.State.TABLE: "welcome:import_table",
    Import.State.COLUMNS: "welcome:import_columns",
}
#: Which rows a page can show, in the order in which they matter.
_KINDS = {
    "choose": "To choose",
    "bad": "Can’t be imported",
    "aside": "Not a person",
    "new": "New here",
    "here": "Already here",
}
#: And when all is done.
_KINDS_AFTER = {
    "bad": "Not imported",
    "aside": "Not a person",
    "choose": "Chosen by you",
    "new": "New here",
    "here": "Already here",
}


@not_kept
@require_safe
@requires(May.IMPORT_PEOPLE)
def one_list(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How far it is; or what would become of each row; or what became of it."""
    taken, asked_again = my_list(request, pk), is_in_place(request)
    if taken.is_busy:
        part = "_import_progress" if asked_again else "import_busy"
        return render(request, f"welcome/imports/{part}.html", {"taken": taken})
    if asked_again:
        return HttpResponse(headers={"HX-Refresh": "true"})
    if taken.state in _QUESTIONS:
        return redirect(next_page(taken), taken.pk)
    if taken.state == Import.State.UNREADABLE:
        context = {"taken": taken}
        return render(request, "welcome/imports/import_unreadable.html", context)
    return render(request, "welcome/imports/import.html", _page(request, taken))


def _page(request: HttpRequest, taken: Import) -> dict[str, object]:
    found = shelf.counts(taken)
    labels = _KINDS if taken.state == Import.State.READY else _KINDS_AFTER
    kinds = {kind: label for kind, label in labels.items() if found[kind]}
    show = request.GET.get("show", "")
    show = show if show in kinds else next(iter(kinds), "new")
    rows = ImportRow.objects.visible_to(who(request)).filter(of=taken, verdict=show)
    page = page_of(
        rows.select_related("twin__team", "twin__contact_wish", "person__team"),
        request,
        by=("number",),
    )
    return {
        "taken": taken,
        "found": found,
        "kinds": [(kind, label, found[kind]) for kind, label in kinds.items()],
        "show": show,
        "page": page,
        "rows": shown(taken, page.rows, by=who(request)),
        "not_mapped": shelf.not_mapped(taken),
        "handed_back": found["bad"] + found["undecided"] + found["left"],
    }


@require_POST
@requires(May.IMPORT_PEOPLE)
def run(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Bring them over. The page says how far it is; it goes on when nobody looks."""
    taken = imports.run(my_list(request, pk), by=who(request), seen=_seen(request))
    return redirect("welcome:import", taken.pk)


@require_POST
@requires(May.IMPORT_PEOPLE)
def put_aside(request: HttpRequest, pk: UUID) -> HttpResponse:
    """No more of this list."""
    imports.put_aside(my_list(request, pk), by=who(request))
    messages.success(
        request, "Import cancelled. No one else will be imported from this list."
    )
    return redirect("welcome:imports")


@not_kept
@require_safe
@requires(May.IMPORT_PEOPLE)
def rows_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The rows that were not brought over, as a file; and that it was taken."""
    taken = my_list(request, pk)
    if taken.emptied_at:
        raise Refused("We no longer keep the rows of this list.")
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    name = f"not-imported-{taken.made_at:%Y-%m-%d}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    rows = handing_back.write_csv(taken, response)
    imports.note_rows_taken(taken, by=who(request), rows=rows)
    return response


def next_page(taken: Import) -> str:
    """The name of the page where this list goes on."""
    return _QUESTIONS.get(Import.State(taken.state), "welcome:import")


def my_list(request: HttpRequest, pk: UUID) -> Import:
    """One of the lists of the teams that this user leads; 404 for another."""
    lists = Import.objects.visible_to(who(request)).select_related("team__site")
    return get_object_or_404(lists, pk=pk)


def _seen(request: HttpRequest) -> str:
    return request.POST.get("seen", "")
