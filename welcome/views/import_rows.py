"""One row of a team's own list: corrected on the page, and tried again."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from ..access.permissions import May, requires, who
from ..forms.import_rows import RowForm
from ..import_runs.one_row import correct_row
from ..models import Import, ImportRow
from ..web.cache_headers import not_kept
from .imports import my_list


@not_kept
@requires(May.IMPORT_PEOPLE)
def correct(request: HttpRequest, pk: UUID, number: int) -> HttpResponse:
    """Its cells, each under its heading, and what is wrong with it now."""
    taken = my_list(request, pk)
    if taken.emptied_at or taken.state not in (Import.State.READY, Import.State.DONE):
        return redirect("welcome:import", taken.pk)
    mine = ImportRow.objects.visible_to(who(request)).filter(of=taken, outcome="")
    row = get_object_or_404(mine.select_related("of"), number=number)
    form = RowForm(request.POST or None, row=row)
    if form.is_valid():
        row = correct_row(
            row, by=who(request), seen=request.POST.get("seen", ""), cells=form.cells
        )
        if row.verdict in ("bad", "aside"):
            messages.warning(request, f"Row {number} still can’t be imported.")
            return redirect("welcome:import_row", taken.pk, number)
        messages.success(request, f"Row {number} is corrected: {_now(row)}.")
        return redirect(f"{reverse('welcome:import', args=[taken.pk])}#rows")
    context = {"taken": taken, "row": row, "form": form}
    return render(request, "welcome/imports/import_row.html", context)


def _now(row: ImportRow) -> str:
    return str(row.get_verdict_display()).lower()
