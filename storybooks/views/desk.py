"""The editors' desk: what is on it, and writing."""

from contextlib import suppress
from functools import partial
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from welcome import once
from welcome.access.permissions import May, requires, who
from welcome.audit.event_rows import label
from welcome.models import Event

from .. import actions
from ..access.desk import on_the_desk
from ..actions.moves import live_consent
from ..actions.names_left_out import (
    Left,
    names_known_to_be_left_in,
    names_left_in,
    naming_of,
)
from ..actions.sending import door_to
from ..forms.desk import ContributorForm, CopiesForm
from ..forms.narratives import EditForm, WriteForm
from ..models import Contributor, Narrative, State
from .refused_forms import done, status_of

#: What asks for an editor first, what rests last.
_ORDER = [
    State.DRAFT,
    State.DEIDENTIFIED,
    State.APPROVED,
    State.EXPIRING,
    State.WITH_CONTRIBUTOR,
    State.PUBLISHED,
    State.TAKEN_DOWN,
    State.WITHDRAWN,
]
_ON_THE_DESK = 300
#: What is said of a new draft; and where another was begun with the same form.
KEPT = (
    "Saved as a draft. Only the editors can see it.",
    "Both drafts are on the desk, and on this page. Go on with the right one.",
)


@require_safe
@requires(May.EDIT_STORYBOOKS)
def desk(request: HttpRequest) -> HttpResponse:
    """Every narrative these editors look after, by state, with its next step."""
    mine = Narrative.objects.visible_to(who(request)).defer("text")
    mine = mine.select_related("storybook", "contributor").order_by("-made_at")
    rows = list(mine[:_ON_THE_DESK])
    piles = [(state.label, [r for r in rows if r.state == state]) for state in _ORDER]
    context = {
        "piles": [pile for pile in piles if pile[1]],
        "most": _ON_THE_DESK,
        "is_cut": len(rows) == _ON_THE_DESK,
    }
    return render(request, "storybooks/desk/desk.html", context)


@requires(May.EDIT_STORYBOOKS)
def contributor(request: HttpRequest) -> HttpResponse:
    """Write down somebody who tells."""
    form = ContributorForm(request.POST or None, editor=who(request))
    if form.is_valid():
        made = actions.add_contributor(by=who(request), **form.cleaned_data)
        messages.success(
            request, "Contributor added. Now write down what they tell you."
        )
        return redirect(f"{reverse('storybooks:write')}?contributor={made.pk}")
    return render(request, "storybooks/desk/contributor.html", {"form": form})


@requires(May.EDIT_STORYBOOKS)
def write(request: HttpRequest) -> HttpResponse:
    """Begin a narrative."""
    tellers = Contributor.objects.visible_to(who(request))
    chosen = {"contributor": request.GET.get("contributor", "")}
    form = WriteForm(request.POST or None, contributors=tellers, initial=chosen)
    if form.is_valid():
        made = actions.write(by=who(request), **form.cleaned_data)
        key = form.cleaned_data["once"]
        once.say_kept(request, made, key, *KEPT)
        page = reverse("storybooks:narrative", args=[made.pk])
        return redirect(f"{page}?first={key}" if once.is_another(made, key) else page)
    return render(request, "storybooks/desk/write.html", {"form": form})


@require_safe
@requires(May.EDIT_STORYBOOKS)
def narrative(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One narrative: as a reader would see it, and what is next."""
    narrative = on_the_desk(who(request), pk)
    return narrative_page(request, narrative, first=_first(request))


@requires(May.EDIT_STORYBOOKS)
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change the words. What was agreed to before is void then."""
    narrative = on_the_desk(who(request), pk)
    form = EditForm.of(narrative, request.POST or None)
    act = partial(actions.edit, narrative, by=who(request))
    if form.is_valid() and done(form, partial(act, **form.cleaned_data)):
        messages.success(request, "Saved.")
        return redirect("storybooks:narrative", narrative.pk)
    context = {"form": form, "narrative": narrative}
    return render(
        request, "storybooks/desk/write.html", context, status=status_of(form)
    )


def _first(request: HttpRequest) -> Narrative | None:
    """What the same form was sent with before, where the address says so."""
    with suppress(ValueError):
        key = UUID(request.GET.get("first", ""))
        return Narrative.objects.visible_to(who(request)).filter(pk=key).first()
    return None


def narrative_page(
    request: HttpRequest,
    narrative: Narrative,
    form: CopiesForm | None = None,
    first: Narrative | None = None,
) -> HttpResponse:
    consent = live_consent(narrative)
    context: dict[str, object] = {
        "narrative": narrative,
        "first": first,
        "consent": consent,
        "shown_as": consent.shown_as if consent else narrative.contributor.shown_as,
        "door": door_to(narrative),
        "wishes": narrative.wishes.all()[:20],
        "left": _names_left(narrative),
        "events": _happened(narrative)[:12],
        "form": form or CopiesForm(initial={"printed_at": narrative.printed_at}),
    }
    return render(request, "storybooks/desk/narrative.html", context)


def _names_left(narrative: Narrative) -> list[Left]:
    """Names that were to be left out and are still in it."""
    if narrative.state == State.APPROVED:
        return names_left_in(narrative, naming_of(narrative))
    return names_known_to_be_left_in(narrative)


def _happened(narrative: Narrative) -> Any:
    events = Event.objects.filter(about=label(narrative))
    return events.select_related("team", "partner").order_by("-at", "-pk")
