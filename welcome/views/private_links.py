"""The welcomer's side of a person's own door: hand it over, see it, shut it."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from ..access.permissions import May, open_record, requires, who
from ..actions import private_links
from ..forms.private_links import DoorForm
from ..linking.family import looks_at
from ..models import Person, PrivateLink
from ..private_links import tokens
from ..private_links.safe_contact import why_not
from ..reading.banner import banner_for
from ..values.qr_codes import path_of
from ..web.cache_headers import not_kept


@not_kept
@requires(May.WELCOME_PEOPLE)
def door(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Only in the ways that they said are safe; a link on paper is shown once."""
    person = open_record(who(request), pk)
    form = DoorForm(request.POST or None, person=person)
    if form.is_valid():
        if _link_now(person):
            messages.info(request, "The earlier link no longer works.")
        path = private_links.send_door(person, by=who(request), **form.cleaned_data)
        if path:
            return _shown_once(request, person, path, form.cleaned_data["fact"])
        messages.success(request, f"The link is on its way to {person}.")
        return redirect("welcome:door", person.pk)
    context = {"form": form, "why_not": why_not(person)} | _page(person)
    return render(request, "welcome/private_links/door.html", context)


@require_POST
@requires(May.WELCOME_PEOPLE)
def shut_door(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Nothing opens it any more, in any browser."""
    person = open_record(who(request), pk)
    private_links.shut_door(person, by=who(request))
    messages.success(request, "Link turned off. It no longer works.")
    return redirect("welcome:door", person.pk)


def _shown_once(
    request: HttpRequest, person: Person, path: str, word: str
) -> HttpResponse:
    link = f"{settings.BASE_URL}{path}"
    square, side = path_of(link)
    context = {
        "link": link,
        "square": square,
        "side": side,
        "word": word,
        "days": private_links.DAYS,
    }
    return render(
        request, "welcome/private_links/door_once.html", context | _page(person)
    )


def _page(person: Person) -> dict[str, object]:
    return {
        "person": person,
        "banner": banner_for(person),
        "link_now": _link_now(person),
        "opened": looks_at(person).filter(why="self").order_by("-at").first(),
    }


def _link_now(person: Person) -> PrivateLink | None:
    link = tokens.latest(PrivateLink.Purpose.PERSON, person)
    return link if link and link.is_open else None
