"""One narrative on the desk: what is said about it, and what has happened to it."""

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from welcome.audit.event_rows import label
from welcome.models import Event
from welcome.web.pagination import page_of

from ..actions.moves import live_consent
from ..actions.names_left_out import (
    Left,
    names_known_to_be_left_in,
    names_left_in,
    naming_of,
)
from ..actions.sending import door_to
from ..forms.desk import CopiesForm
from ..models import Narrative, State

_WISHES = 20
_EVENTS = 12


def narrative_page(
    request: HttpRequest,
    narrative: Narrative,
    form: CopiesForm | None = None,
    first: Narrative | None = None,
) -> HttpResponse:
    consent = live_consent(narrative)
    here, by = reverse("storybooks:narrative", args=[narrative.pk]), ("-at", "-pk")
    wishes = page_of(
        narrative.wishes.all(), request, by=by, size=_WISHES, mark="wishes", path=here
    )
    events = page_of(
        _happened(narrative), request, by=by, size=_EVENTS, mark="events", path=here
    )
    context: dict[str, object] = {
        "narrative": narrative,
        "first": first,
        "consent": consent,
        "shown_as": consent.shown_as if consent else narrative.contributor.shown_as,
        "door": door_to(narrative),
        "wishes": wishes,
        "left": _names_left(narrative),
        "events": events,
        "form": form or CopiesForm(initial={"printed_at": narrative.printed_at}),
    }
    return render(request, "storybooks/desk/narrative.html", context)


def _names_left(narrative: Narrative) -> list[Left]:
    """Names that were to be left out and are still in it."""
    if narrative.state == State.APPROVED:
        return names_left_in(narrative, naming_of(narrative))
    return names_known_to_be_left_in(narrative)


def _happened(narrative: Narrative) -> QuerySet[Event]:
    events = Event.objects.filter(about=label(narrative))
    return events.select_related("team", "partner")
