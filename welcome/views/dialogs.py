"""DIALOG: filled in while listening, read over time; typed totals beside it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from .. import actions, once
from ..access.permissions import May, open_record, requires, who
from ..forms.dialogs import DialogForm, TotalForm
from ..models import Dialog, Person
from ..reading.banner import banner_for
from ..reading.corrected_dialogs import answers_in_words, put_right
from ..reading.dialog_history import dialogs_of, totals_of
from ..web.pagination import page_of

#: So many corrected answers are on a page.
_CORRECTED = 20
#: What is said where the same form was sent before with other answers.
FILLED = "Both are under “Each time”. Correct the one that is wrong."
CORRECTED = "What you sent last counts. The earlier one is under “Corrected answers”."
TOTALLED = "If the earlier one is wrong, add the right total and tick “typed wrongly”."


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
    theirs = Dialog.objects.visible_to(who(request))
    # sent a second time, from a page that is older than the first
    asked = theirs if request.method == "POST" else theirs.current()
    wrong = get_object_or_404(asked, pk=pk)
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
        typed = actions.type_total(person, by=who(request), **form.typed())
        said = "Total saved."
        once.say_kept(request, typed, form.cleaned_data["once"], said, TOTALLED)
        return redirect("welcome:dialog", person.pk)
    return _page(request, person, DialogForm(), totalling=form)


def _fill_in(request: HttpRequest, person: Person, form: DialogForm) -> HttpResponse:
    filled = actions.fill_in(person, by=who(request), **form.filling())
    both = CORRECTED if form.corrects else FILLED
    said = "DIALOG saved."
    once.say_kept(request, filled, form.cleaned_data["once"], said, both)
    return redirect("welcome:dialog", person.pk)


def _page(
    request: HttpRequest, person: Person, form: DialogForm, **more: object
) -> HttpResponse:
    here, every = reverse("welcome:dialog", args=[person.pk]), "every" in request.GET
    corrected = page_of(
        put_right(person),
        request,
        by=("-filled_at", "-pk"),
        size=_CORRECTED,
        mark="corrected",
        path=here,
    )
    context = {
        "person": person,
        "banner": banner_for(person),
        "seen": dialogs_of(person, every=every),
        "every_time": f"{here}?every=yes",
        "corrected": corrected,
        "put_right": [(one, answers_in_words(one)) for one in corrected.rows],
        "totals": totals_of(person, every=every),
        "form": form,
        "totalling": TotalForm(prefix="total"),
    }
    return render(request, "welcome/dialogs/dialog.html", context | more)
