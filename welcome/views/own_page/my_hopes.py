"""My hopes: a person names, rates and lays down their own."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from ... import actions, once
from ...forms.hopes import LayDownForm, MyHopeForm, MyRatingForm
from ...models import Hope, User
from ...reading.hope_history import all_hopes, said_today
from ..hopes import NAMED, RATED, Wrong
from .guard import Own, at_own_door


@at_own_door
def my_hopes(request: HttpRequest, own: Own) -> HttpResponse:
    """What I hope for, and how near it is."""
    form = MyHopeForm(request.POST if "words" in request.POST else None)
    if form.is_valid():
        hope = actions.name_hope(own.person, by=_their_hand(), **form.cleaned_data)
        once.say_kept(request, hope, form.cleaned_data["once"], *NAMED)
        return redirect("welcome:my_hopes", own.token)
    return _page(request, own, naming=form)


@at_own_door
def my_rating(request: HttpRequest, own: Own, pk: UUID) -> HttpResponse:
    hope, prefix = _hope(own, pk), f"rate-{pk}"
    said = request.POST if f"{prefix}-once" in request.POST else None
    form = MyRatingForm(said, slip=said_today(hope), prefix=prefix)
    if form.is_valid():
        rating = actions.rate_hope(hope, by=_their_hand(), **form.cleaned_data)
        made = f"{rating.score} saved."
        once.say_kept(request, rating, form.cleaned_data["once"], made, RATED)
        return redirect("welcome:my_hopes", own.token)
    return _page(request, own, wrong={pk: {"rating_form": form}})


@at_own_door
def my_laying_down(request: HttpRequest, own: Own, pk: UUID) -> HttpResponse:
    hope, prefix = _hope(own, pk), f"down-{pk}"
    said = request.POST if request.method == "POST" else None
    form = LayDownForm(said, prefix=prefix)
    if form.is_valid():
        actions.lay_down(hope, by=_their_hand(), **form.cleaned_data)
        messages.success(request, "Hope closed. You can still read it below.")
        return redirect("welcome:my_hopes", own.token)
    return _page(request, own, wrong={pk: {"laying_form": form}})


def _hope(own: Own, pk: UUID) -> Hope:
    return get_object_or_404(own.person.hopes.all(), pk=pk)


def _page(
    request: HttpRequest,
    own: Own,
    *,
    naming: MyHopeForm | None = None,
    wrong: Wrong | None = None,
) -> HttpResponse:
    now, before = all_hopes(own.person)
    for one in now:
        key = one.hope.pk
        one.rating_form = MyRatingForm(slip=one.of_today, prefix=f"rate-{key}")
        one.laying_form = LayDownForm(prefix=f"down-{key}")
        vars(one).update((wrong or {}).get(key, {}))
    context = {
        "own": own,
        "here_now": "hopes",
        "now": now,
        "before": before,
        "form": naming or MyHopeForm(),
        "wrong": next((f for one in (wrong or {}).values() for f in one.values()), 0),
    }
    return render(request, "welcome/own_page/my_hopes.html", context)


def _their_hand() -> User:
    return User.objects.hand("person")
