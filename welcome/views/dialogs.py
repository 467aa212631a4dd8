"""DIALOG: filled in while listening, read over time; typed totals beside it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from .. import actions
from ..access import May, open_record, requires, who
from ..banner import banner_for
from ..dialogs_seen import dialogs_of, totals_of
from ..forms.dialogs import DialogForm, TotalForm
from ..models import Dialog, Person


@requires(May.WELCOME_PEOPLE)
def dialog(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How it was each time, item by item; and filling it in."""
    person = open_record(who(request), pk)
    form = DialogForm(request.POST or None)
    if form.is_valid():
        return _fill_in(request, person, form)
    return _page(request, person, form)


@requires(May.WELCOME_PEOPLE)
def correct_dialog(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One that was typed wrongly is put right; what was typed first is kept."""
    wrong = get_object_or_404(Dialog.objects.visible_to(who(request)).current(), pk=pk)
    person = open_record(who(request), wrong.person_id)
    form = DialogForm(request.POST or None, corrects=wrong)
    if form.is_valid():
        return _fill_in(request, person, form)
    return _page(request, person, form)


@require_POST
@requires(May.WELCOME_PEOPLE)
def type_total(request: HttpRequest, pk: UUID) -> HttpResponse:
    person = open_record(who(request), pk)
    form = TotalForm(request.POST, prefix="total")
    if form.is_valid():
        actions.type_total(person, by=who(request), **form.typed())
        messages.success(request, "The total is written down.")
        return redirect("welcome:dialog", person.pk)
    return _page(request, person, DialogForm(), totalling=form)


def _fill_in(request: HttpRequest, person: Person, form: DialogForm) -> HttpResponse:
    actions.fill_in(person, by=who(request), **form.filling())
    messages.success(request, "Written down. This is how it stands now.")
    return redirect("welcome:dialog", person.pk)


def _page(
    request: HttpRequest, person: Person, form: DialogForm, **more: Any
) -> HttpResponse:
    context = {
        "person": person,
        "banner": banner_for(person),
        "seen": dialogs_of(person),
        "totals": totals_of(person),
        "form": form,
        "totalling": TotalForm(prefix="total"),
    }
    return render(request, "welcome/dialog.html", context | more)
