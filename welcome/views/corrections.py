"""Correcting a passage, and reading what it said before."""

from functools import partial
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from .. import actions
from ..access.permissions import May, open_record, requires, who
from ..actions.corrections import readers_of
from ..forms.corrections import CorrectForm, StatementForm, TeamWordsForm
from ..models import Passage, Prompt, Voice
from ..reading.banner import banner_for
from ..reading.versions import versions_of, with_statements


@requires(May.WELCOME_PEOPLE)
def correct(request: HttpRequest, pk: UUID) -> HttpResponse:
    """New words in place of these. The second of two users sees both."""
    passage = _opened(request, pk)
    form = _form(request, passage)
    if form.is_valid():
        try:
            actions.correct(passage, by=who(request), **form.correction())
        except actions.CorrectedSince as since:
            return _both(request, since.passage)
        messages.success(
            request, "Corrected. You can read the earlier words in the history."
        )
        return redirect("welcome:person", passage.person_id)
    newest = versions_of(passage)[0]
    if newest.pk != passage.pk and request.method != "POST":
        return redirect("welcome:correct", newest.pk)
    return _page(request, passage, form)


@require_POST
@requires(May.WELCOME_PEOPLE)
def beside(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What the person says about someone else's words, written down with them."""
    passage = _opened(request, pk)
    form = StatementForm(request.POST, prefix="beside")
    if form.is_valid():
        actions.dispute(passage, by=who(request), **form.cleaned_data)
        messages.success(
            request, "Saved. Everyone who reads those words will see this next to them."
        )
        return redirect("welcome:person", passage.person_id)
    return _page(request, passage, _form(request, passage, fresh=True), saying=form)


@requires(May.WELCOME_PEOPLE)
def team_words(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What the team thinks: by name, and never in the person's voice."""
    person = open_record(who(request), pk)
    form = TeamWordsForm(request.POST or None)
    if form.is_valid():
        add = partial(actions.add_passage, person, by=who(request))
        add(prompt=Prompt.ADDED, voice=Voice.TEAM, **form.cleaned_data)
        messages.success(request, f"Saved. {person} can read it too.")
        return redirect("welcome:person", person.pk)
    context = {"person": person, "banner": banner_for(person), "form": form}
    return render(request, "welcome/people/team_words.html", context)


@require_safe
@requires(May.WELCOME_PEOPLE)
def versions(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Every version, the newest first, each with who wrote it and when."""
    passage = _opened(request, pk)
    context = {
        "person": passage.person,
        "banner": banner_for(passage.person),
        "passage": passage,
        "versions": with_statements(versions_of(passage)),
    }
    return render(request, "welcome/corrections/versions.html", context)


def _opened(request: HttpRequest, pk: UUID) -> Passage:
    """The passage, and the note that its person's record was opened."""
    mine = Passage.objects.visible_to(who(request))
    rows = mine.select_related("heard_by", "corrected_by", "person__team", "beside")
    passage = get_object_or_404(rows, pk=pk)
    passage.person = open_record(who(request), passage.person_id)
    return passage


def _form(
    request: HttpRequest, passage: Passage, *, fresh: bool = False
) -> CorrectForm:
    data = request.POST if request.method == "POST" and not fresh else None
    return CorrectForm(data, passage=passage, readers=readers_of(passage))


def _both(request: HttpRequest, newest: Passage) -> HttpResponse:
    """Theirs to read, ours in the box; the next press corrects theirs."""
    form = _form(request, newest)
    form.is_valid()
    return _page(request, newest, form, status=409, newer=newest)


def _page(
    request: HttpRequest,
    passage: Passage,
    form: CorrectForm,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    context = {
        "person": passage.person,
        "banner": banner_for(passage.person),
        "passage": passage,
        "form": form,
        "saying": StatementForm(prefix="beside") if passage.is_opinion else None,
    }
    return render(
        request, "welcome/corrections/correct.html", context | more, status=status
    )
