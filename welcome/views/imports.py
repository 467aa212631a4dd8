"""A team's own list: choose the file, name its columns, see the dry run, bring over."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from ..access.permissions import May, requires, who
from ..actions import imports
from ..forms.imports import ColumnsForm, ListForm
from ..imports import handing_back, shelf
from ..imports.showing import shown
from ..models import Import, ImportRow
from ..refusals import Refused
from ..web.cache_headers import not_kept
from ..web.pagination import page_of

#: Which rows a page can show, in the order in which they matter.
_KINDS = {
    "choose": "To choose",
    "bad": "Can’t be imported",
    "new": "New here",
    "here": "Already here",
}
#: And when all is done.
_KINDS_AFTER = {
    "bad": "Not imported",
    "choose": "Chosen by you",
    "new": "New here",
    "here": "Already here",
}


@requires(May.IMPORT_PEOPLE)
def all_imports(request: HttpRequest) -> HttpResponse:
    """Earlier lists, and the form for a new one."""
    user = who(request)
    form = ListForm(request.POST or None, request.FILES or None, user=user)
    if request.method == "POST" and form.is_valid():
        try:
            taken = imports.take_list(
                form.cleaned_data["file"],
                by=user,
                team=form.team,
                file_name=form.file_name,
            )
            return redirect("welcome:import_columns", taken.pk)
        except Refused as problem:
            form.add_error("file", str(problem))
    lists = Import.objects.visible_to(user).select_related("team", "made_by")
    context = {"form": form, "page": page_of(lists, request, by=("-made_at", "-pk"))}
    return render(request, "welcome/imports/imports.html", context)


@requires(May.IMPORT_PEOPLE)
def columns(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What each column is; then each row is looked at."""
    taken = _mine(request, pk)
    if taken.state not in (Import.State.COLUMNS, Import.State.READY):
        return redirect("welcome:import", taken.pk)
    form = ColumnsForm(request.POST or None, taken=taken)
    if form.is_valid():
        imports.name_columns(taken, by=who(request), codes=form.codes)
        return redirect("welcome:import", taken.pk)
    context = {"taken": taken, "form": form}
    return render(request, "welcome/imports/import_columns.html", context)


@not_kept
@require_safe
@requires(May.IMPORT_PEOPLE)
def one_list(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How far it is; or what would become of each row; or what became of it."""
    taken = _mine(request, pk)
    if taken.state == Import.State.COLUMNS:
        return redirect("welcome:import_columns", taken.pk)
    if taken.is_busy:
        part = (
            "_import_progress" if request.headers.get("HX-Request") else "import_busy"
        )
        return render(request, f"welcome/imports/{part}.html", {"taken": taken})
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Refresh": "true"})
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
    taken = imports.run(_mine(request, pk), by=who(request), seen=_seen(request))
    return redirect("welcome:import", taken.pk)


@require_POST
@requires(May.IMPORT_PEOPLE)
def put_aside(request: HttpRequest, pk: UUID) -> HttpResponse:
    """No more of this list."""
    imports.put_aside(_mine(request, pk), by=who(request))
    messages.success(
        request, "Import cancelled. No one else will be imported from this list."
    )
    return redirect("welcome:imports")


@not_kept
@require_safe
@requires(May.IMPORT_PEOPLE)
def rows_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The rows that were not brought over, as a file; and that it was taken."""
    taken = _mine(request, pk)
    if taken.emptied_at:
        raise Refused("We no longer keep the rows of this list.")
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    name = f"not-imported-{taken.made_at:%Y-%m-%d}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    rows = handing_back.write_csv(taken, response)
    imports.note_rows_taken(taken, by=who(request), rows=rows)
    return response


def _mine(request: HttpRequest, pk: UUID) -> Import:
    lists = Import.objects.visible_to(who(request)).select_related("team__site")
    return get_object_or_404(lists, pk=pk)


def _seen(request: HttpRequest) -> str:
    return request.POST.get("seen", "")
