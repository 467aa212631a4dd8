"""The editors' desk: what is on it, and writing."""

from contextlib import suppress
from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from welcome import once
from welcome.access.permissions import May, requires, who
from welcome.web.pagination import page_of

from .. import actions
from ..access.desk import on_the_desk
from ..forms.desk import ContributorForm
from ..forms.narratives import EditForm, WriteForm
from ..models import Contributor, Narrative, State
from .narrative_pages import narrative_page
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
#: So many of each.
_IN_A_PILE = 20
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
    mine = mine.select_related("storybook", "contributor")
    piles = [
        (
            state.label,
            page_of(
                mine.filter(state=state),
                request,
                by=("-made_at", "-pk"),
                size=_IN_A_PILE,
                mark=state.value,
            ),
        )
        for state in _ORDER
    ]
    context = {"piles": [(name, page) for name, page in piles if page.rows]}
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
