"""The file of a team's own list: choose it, say where its table is, name columns."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ..access.permissions import May, requires, who
from ..actions import import_files, imports
from ..forms.import_files import TableForm
from ..forms.imports import ColumnsForm, ListForm
from ..imports.file_choices import FileChoices, Offered
from ..models import Import
from ..refusals import Refused
from ..web.pagination import page_of
from .imports import my_list, next_page

_BEFORE_ROWS = (Import.State.TABLE, Import.State.COLUMNS, Import.State.READY)


@requires(May.IMPORT_PEOPLE)
def all_imports(request: HttpRequest) -> HttpResponse:
    """Earlier lists, and the form for a new one."""
    user = who(request)
    form = ListForm(request.POST or None, request.FILES or None, user=user)
    if request.method == "POST" and form.is_valid():
        try:
            taken = import_files.take_file(
                form.cleaned_data["file"],
                by=user,
                team=form.team,
                file_name=form.file_name,
            )
            return redirect(next_page(taken), taken.pk)
        except Refused as problem:
            form.add_error("file", str(problem))
    lists = Import.objects.visible_to(user).select_related("team", "made_by")
    context = {"form": form, "page": page_of(lists, request, by=("-made_at", "-pk"))}
    return render(request, "welcome/imports/imports.html", context)


@requires(May.IMPORT_PEOPLE)
def columns(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What each column is; then each row is looked at."""
    taken = my_list(request, pk)
    if taken.state not in (Import.State.COLUMNS, Import.State.READY):
        return redirect("welcome:import", taken.pk)
    form = ColumnsForm(request.POST or None, taken=taken)
    if form.is_valid():
        imports.name_columns(
            taken, by=who(request), codes=form.codes, month_first=form.month_first
        )
        return redirect("welcome:import", taken.pk)
    offered = Offered.of(taken.offered)
    context = {"taken": taken, "form": form, "offered": offered}
    return render(request, "welcome/imports/import_columns.html", context)


@requires(May.IMPORT_PEOPLE)
def table(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The first rows as they are; which sheet, which letters, which row of headings."""
    taken = my_list(request, pk)
    offered = Offered.of(taken.offered)
    if taken.state not in _BEFORE_ROWS or not offered.rows:
        return redirect("welcome:import", taken.pk)
    chosen = FileChoices.of(taken.choices)
    form = TableForm(request.POST or None, offered=offered, chosen=chosen)
    if form.is_valid():
        try:
            taken = import_files.choose_table(
                taken, by=who(request), choices=form.choices
            )
            return redirect(next_page(taken), taken.pk)
        except Refused as problem:
            form.add_error("heading", str(problem))
    context = {"taken": taken, "form": form, "offered": offered}
    return render(request, "welcome/imports/import_table.html", context)
