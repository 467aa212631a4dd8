"""Reading a record in an emergency: asked for, open for some minutes, closed."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from .. import actions
from ..access.opening import story_in_an_emergency
from ..access.permissions import May, requires, who
from ..forms.emergencies import EmergencyForm
from ..models import Emergency, Person, Prompt
from ..reading.banner import banner_for
from ..reading.safeguarding import in_an_emergency
from .story_pages import story_page


@requires(May.OPEN_IN_EMERGENCY)
def open_another_teams(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A person of another team here: what it means, why, and then it opens.

    Before it is open nothing is said of them but which team they are with.
    """
    people = Person.objects.near(who(request)).select_related("team")
    person = get_object_or_404(people, pk=pk)
    form = EmergencyForm(request.POST or None)
    if form.is_valid():
        opened = actions.open_in_emergency(person, by=who(request), **form.cleaned_data)
        return redirect("welcome:emergency", opened.pk)
    context = {
        "form": form,
        "team": person.team,
        "minutes": settings.EMERGENCY_MINUTES,
    }
    return render(request, "welcome/emergencies/open_in_emergency.html", context)


@require_safe
@requires(May.OPEN_IN_EMERGENCY)
def emergency(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The record, as long as it is open; afterwards what became of it."""
    emergency, passages = story_in_an_emergency(who(request), pk)
    context: dict[str, object] = {"emergency": emergency}
    if passages is None:
        return render(request, "welcome/emergencies/emergency_over.html", context)
    person, safe = emergency.person, Prompt.KEEPS_SAFE
    context |= {
        "person": person,
        "banner": banner_for(
            person, safeguarding=in_an_emergency(who(request), emergency)
        ),
        "safe": story_page(passages.filter(prompt=safe), request, mark="safe"),
        "story": story_page(passages.exclude(prompt=safe), request),
        "supporters": person.supporters.now(),
    }
    return render(request, "welcome/emergencies/emergency.html", context)


@require_POST
@requires(May.OPEN_IN_EMERGENCY)
def close(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Not needed any more: closed before its time."""
    mine = Emergency.objects.filter(by=who(request))
    actions.close_emergency(get_object_or_404(mine, pk=pk), by=who(request))
    messages.success(request, "Closed. Thank you for reading only what you needed.")
    return redirect("welcome:emergency", pk)


@require_POST
@requires(May.WELCOME_PEOPLE)
def told(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The team has told the person, in the way that is safe for them."""
    mine = Person.objects.visible_to(who(request))
    emergency = get_object_or_404(Emergency.objects.filter(person__in=mine), pk=pk)
    actions.say_told(emergency, by=who(request))
    messages.success(request, "Saved. They’ve been told.")
    return redirect("welcome:person", emergency.person_id)
