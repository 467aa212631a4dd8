"""The one to ask for; and coming back through the open door."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from .. import actions
from ..access.permissions import May, open_record, requires, who
from ..reading.without_named_worker import with_nobody_named
from ..web.pagination import page_of


@require_POST
@requires(May.WELCOME_PEOPLE)
def come_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Held again from this moment: the same record, the same story."""
    person = actions.come_back(open_record(who(request), pk), by=who(request))
    messages.success(
        request,
        f"{person} is with you again, and so is the story: no one has to tell it "
        "again.",
    )
    return redirect("welcome:person", person.pk)


@require_POST
@requires(May.WELCOME_PEOPLE)
def name_me(request: HttpRequest, pk: UUID) -> HttpResponse:
    """From now on this user is the one to ask for."""
    person = open_record(who(request), pk)
    actions.name_me(person, by=who(request))
    messages.success(request, f"{person} can ask for you now.")
    return redirect("welcome:person", person.pk)


@require_safe
@requires(May.WELCOME_PEOPLE)
def unnamed(request: HttpRequest) -> HttpResponse:
    """Everyone whom the team holds without a name to ask for, longest first."""
    rows = with_nobody_named(who(request)).select_related("person", "worker")
    page = page_of(rows, request, by=("from_at", "pk"))
    return render(request, "welcome/holdings/unnamed.html", {"page": page})
