"""The guard of a person's own pages. Two rooms have views behind it.

Whatever the token, every visitor sees the same page with the same question, and
after a wrong word the same sentence: no one learns whether there is anyone behind it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial, wraps
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ...actions import private_links
from ...forms.second_fact import FactForm
from ...models import Person, PrivateLink
from ...private_links import devices, tokens
from ...web.cache_headers import not_kept_nor_found
from .. import second_fact

WRONG = (
    "That didn’t open the page. Try the word again, or ring your Welcome Team. "
    "After a few wrong words you’ll have to wait."
)


@dataclass
class Own:
    """Who is inside, and by which door."""

    person: Person
    link: PrivateLink
    token: str


View = Callable[..., HttpResponse]


def at_own_door(view: View) -> View:
    """The view gets `own`; before that the word is asked for, and the browser known.

    What was typed on a page whose door has closed meanwhile is carried along, and
    arrives once the word is given.
    """

    @wraps(view)
    @not_kept_nor_found
    def guarded(request: HttpRequest, token: str, **which: Any) -> HttpResponse:
        link = find(token)
        if link and tokens.is_open_here(request, link):
            return _inside(request, _own(link, token), partial(view, **which))
        form = FactForm(request.POST if "fact" in request.POST else None)
        if form.is_valid() and second_fact.opens(
            request, link, token, form, wrong=WRONG
        ):
            own = _own(cast(PrivateLink, link), token)
            return _enter(request, own, partial(view, **which))
        return _ask(request, form)

    return guarded


def find(token: str) -> PrivateLink | None:
    return tokens.find(PrivateLink.Purpose.PERSON, token)


def _own(link: PrivateLink, token: str) -> Own:
    people = Person.objects.select_related("site", "team", "contact_wish")
    return Own(people.get(pk=link.subject), link, token)


def _enter(request: HttpRequest, own: Own, view: View) -> HttpResponse:
    """The word was right: this browser is remembered, and the look written down."""
    device = devices.meet(request, own.link)
    tokens.remember(request, own.link)
    private_links.open_door(own.link, own.person, device)
    if second_fact.carried(request):
        response = _inside(request, own, view)
    else:
        response = redirect(request.path)
    devices.keep(request, response)
    return second_fact.let_in(request, response, own.token)


def _inside(request: HttpRequest, own: Own, view: View) -> HttpResponse:
    """The page, if this browser is one of theirs."""
    device = devices.this_one(request, own.link)
    if device is None or device.refused_at:
        tokens.forget(request, own.link)
        return _ask(request, FactForm())
    if device.waits:
        return render(request, "welcome/own_page/my_waiting.html", {"token": own.token})
    request.here = own.person.site  # type: ignore[attr-defined]  # for context.house
    request.inside = own.link  # type: ignore[attr-defined]  # for words_key
    return view(request, own)


def _ask(request: HttpRequest, form: FactForm) -> HttpResponse:
    context = {"form": form, "carried": second_fact.carried(request)}
    return render(request, "welcome/own_page/my_ask.html", context)
