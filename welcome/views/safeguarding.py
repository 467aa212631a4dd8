"""Raising a safeguarding concern from a page about a person, and reading one."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from .. import actions
from ..access.permissions import May, open_record, requires, who
from ..access.safeguarding import (
    emergency_to_raise_from,
    open_concern,
    place_to_raise_from,
)
from ..forms.safeguarding import RaiseForm
from ..models import Organisation, Person, SafeguardingConcern, Team
from ..once import say_kept
from ..reading.safeguarding import AT_MOST, SHARES, leads_for, others_about, shares_of
from ..web.pagination import Page, page_of

#: The pages of one concern, for everyone who may know of any.
for_everyone = requires(May.RAISE_SAFEGUARDING, May.LEAD_SAFEGUARDING)


@dataclass(frozen=True)
class About:
    """Whom it is about, where its writer works, and the page they were on."""

    person: Person
    place: Team | Organisation
    called: str
    back: str


@requires(May.WELCOME_PEOPLE)
def raise_safeguarding(request: HttpRequest, pk: UUID) -> HttpResponse:
    """From the person's own record, and everything that belongs to it."""
    person = open_record(who(request), pk)
    back = reverse("welcome:person", args=[pk])
    return ask(request, About(person, person.team, str(person), back))


@requires(May.OPEN_IN_EMERGENCY)
def raise_in_an_emergency(request: HttpRequest, pk: UUID) -> HttpResponse:
    """From a record that is open in an emergency."""
    emergency = emergency_to_raise_from(who(request), pk)
    person, back = emergency.person, reverse("welcome:emergency", args=[pk])
    place = place_to_raise_from(who(request))
    return ask(request, About(person, place, str(person), back))


def ask(request: HttpRequest, about: About) -> HttpResponse:
    """The same questions from every page: what was seen or said, and who was told."""
    user, person = who(request), about.person
    form = RaiseForm(request.POST or None)
    if form.is_valid():
        concern = actions.raise_concern(
            person, by=user, place=about.place, **form.cleaned_data
        )
        once = form.cleaned_data["once"]
        both = "Both are below: tell the lead which one counts"
        say_kept(request, concern, once, "Raised. The lead has been told.", both)
        return redirect("welcome:safeguarding_concern", concern.pk)
    context = {
        "form": form,
        "about": about,
        "others": _others(request, person),
        "has_lead": leads_for(person, person.site).exists(),
        "site": person.site,
    }
    return render(request, "welcome/safeguarding/raise.html", context)


def _others(
    request: HttpRequest, person: Person, *, but: SafeguardingConcern | None = None
) -> Page:
    """What else this reader may know of about the same person."""
    rows, by = others_about(person, who(request), but=but), ("-raised_at", "-pk")
    return page_of(rows, request, by=by, size=AT_MOST, mark="others")


@require_safe
@for_everyone
def safeguarding_concern(request: HttpRequest, pk: UUID) -> HttpResponse:
    """As much of it as this reader may know."""
    opened = open_concern(who(request), pk)
    concern = opened.concern
    context: dict[str, object] = {
        "opened": opened,
        "concern": concern,
        "others": _others(request, concern.person, but=concern),
    }
    if opened.reads_whole:
        notes = concern.notes.select_related("by")
        context |= {
            "page": page_of(notes, request, by=("-at", "-pk")),
            "shares": page_of(
                shares_of(concern),
                request,
                by=("-at", "-pk"),
                size=SHARES,
                mark="shares",
            ),
        }
    return render(request, "welcome/safeguarding/concern.html", context)
