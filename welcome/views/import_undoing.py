"""Undoing an import: asked first, on a page of its own."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ..access.permissions import May, requires, who
from ..actions import import_undoing
from ..imports import shelf
from ..imports.untouched import references_touched
from ..models import Import
from ..web.cache_headers import not_kept


@not_kept
@requires(May.IMPORT_PEOPLE)
def undo_import(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How many would be removed, or why it can’t be undone; then it is done."""
    lists = Import.objects.visible_to(who(request)).select_related("team__site")
    taken = get_object_or_404(lists, pk=pk)
    if request.method == "POST":
        import_undoing.undo(taken, by=who(request))
        messages.success(
            request, "The import was undone. You can import the same file again."
        )
        return redirect("welcome:import", taken.pk)
    if taken.state != Import.State.DONE:
        return redirect("welcome:import", taken.pk)
    touched = references_touched(taken)
    context = {
        "taken": taken,
        "found": shelf.counts(taken),
        "why_not": import_undoing.in_words(touched) if touched else "",
    }
    return render(request, "welcome/imports/undo_import.html", context)
