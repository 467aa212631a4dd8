"""Hopes: all of them with their pictures; named, rated again and laid down in place."""

from typing import TypedDict
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from .. import actions, once
from ..access.permissions import May, open_record, requires, who
from ..forms.hopes import HopeForm, LayDownForm, RatingForm
from ..models import Hope, Person
from ..reading.banner import banner_for
from ..reading.hope_history import all_hopes, said_today

#: What is said once a hope is named; and where another was named with the same form.
NAMED = (
    "Hope added. How near is it today?",
    "Both hopes are on this page. Close the one that isn’t right.",
)
RATED = (
    "Both numbers are under “All ratings”. If the last one is a mistake, rate "
    "again and tick “was a mistake”."
)


class Mended(TypedDict, total=False):
    """The forms of one hope that have to be put right."""

    rating_form: Form
    laying_form: Form


Wrong = dict[UUID, Mended]


@requires(May.WELCOME_PEOPLE)
def hopes(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What they hope for and how near it is; a new one is named here."""
    person = open_record(who(request), pk)
    form = HopeForm(request.POST or None)
    if form.is_valid():
        hope = actions.name_hope(person, by=who(request), **form.cleaned_data)
        once.say_kept(request, hope, form.cleaned_data["once"], *NAMED)
        return redirect("welcome:hopes", person.pk)
    return _page(request, person, naming=form)


@require_POST
@requires(May.WELCOME_PEOPLE)
def rate_hope(request: HttpRequest, pk: UUID) -> HttpResponse:
    hope = _opened(request, pk)
    form = RatingForm(
        request.POST,
        person=hope.person,
        slip=said_today(hope),
        prefix=f"rate-{hope.pk}",
    )
    if form.is_valid():
        rating = actions.rate_hope(hope, by=who(request), **form.cleaned_data)
        said = f"{rating.score} saved."
        once.say_kept(request, rating, form.cleaned_data["once"], said, RATED)
        return redirect("welcome:hopes", hope.person_id)
    return _page(request, hope.person, wrong={hope.pk: {"rating_form": form}})


@require_POST
@requires(May.WELCOME_PEOPLE)
def lay_down(request: HttpRequest, pk: UUID) -> HttpResponse:
    hope = _opened(request, pk)
    form = LayDownForm(request.POST, prefix=f"down-{hope.pk}")
    if form.is_valid():
        actions.lay_down(hope, by=who(request), **form.cleaned_data)
        messages.success(request, "Hope closed. You can still read it below.")
        return redirect("welcome:hopes", hope.person_id)
    return _page(request, hope.person, wrong={hope.pk: {"laying_form": form}})


def _opened(request: HttpRequest, pk: UUID) -> Hope:
    """The hope, and the note that its person's record was opened."""
    hope = get_object_or_404(Hope.objects.visible_to(who(request)), pk=pk)
    hope.person = open_record(who(request), hope.person_id)
    return hope


def _page(
    request: HttpRequest,
    person: Person,
    *,
    naming: HopeForm | None = None,
    wrong: Wrong | None = None,
) -> HttpResponse:
    """`wrong` holds what was typed in the forms of one hope, and has to be mended."""
    now, before = all_hopes(person)
    for one in now:
        key, mended = one.hope.pk, (wrong or {}).get(one.hope.pk, {})
        one.rating_form = RatingForm(
            person=person, slip=one.of_today, prefix=f"rate-{key}"
        )
        one.laying_form = LayDownForm(prefix=f"down-{key}")
        vars(one).update(mended)
    context = {
        "person": person,
        "banner": banner_for(person),
        "now": now,
        "before": before,
        "form": naming or HopeForm(),
        "wrong": next((f for one in (wrong or {}).values() for f in one.values()), 0),
    }
    return render(request, "welcome/hopes/hopes.html", context)
