"""Making a story safe to show: each marked word decided on, then three questions."""

from collections.abc import Sequence
from functools import partial
from itertools import chain
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from welcome.access.permissions import May, requires, who
from welcome.models import User
from welcome.web.pagination import Page, page_of

from .. import actions
from ..access.desk import on_the_desk
from ..actions.clearing import others_who_answer
from ..actions.mark_decisions import told_together, undecided
from ..actions.replacements import became_in_book, marks_in
from ..deidentifying.highlights import pieces
from ..deidentifying.mark import Mark, mark_key
from ..deidentifying.proposals import proposal
from ..forms.clearing import REPLACE, ClearedForm, MarkForm, ReplaceForm
from ..models import Narrative
from .refused_forms import done, status_of

#: So many are decided on at a time; the next come as these go.
_AT_ONCE = 20
#: Decisions, and replacements, beside the story.
_BESIDE = 50
_LABELS = {
    "title": "Title",
    "place": "Place",
    "content_note": "Before you read",
    "pull_quote": "The sentence set large",
    "text": "The story",
}


@requires(May.EDIT_STORYBOOKS)
def clear(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Decide on every marked word, and say that no one can be recognised."""
    narrative = on_the_desk(who(request), pk)
    form = ClearedForm(request.POST or None, initial={"seen": narrative.fingerprint})
    act = partial(actions.mark_deidentified, narrative, by=who(request))
    if form.is_valid() and done(form, partial(act, **form.cleaned_data)):
        messages.success(request, "Safe to show. Next, send it to its contributor.")
        return redirect("storybooks:narrative", narrative.pk)
    return _page(request, narrative, cleared=form)


@require_POST
@requires(May.EDIT_STORYBOOKS)
def replace(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put other words in place of some, everywhere at once."""
    narrative = on_the_desk(who(request), pk)
    form = ReplaceForm(request.POST)
    act = partial(actions.replace, narrative, by=who(request))
    if form.is_valid() and done(form, partial(act, **form.cleaned_data)):
        messages.success(request, "Replaced everywhere, and saved in the log.")
        return redirect("storybooks:clear", narrative.pk)
    return _page(request, narrative, replacing=form)


@require_POST
@requires(May.EDIT_STORYBOOKS)
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One marked word: replaced everywhere, kept for a reason, or no identifier."""
    narrative = on_the_desk(who(request), pk)
    form = MarkForm(request.POST)
    if form.is_valid() and done(form, partial(_decide, narrative, form, who(request))):
        return redirect(f"{reverse('storybooks:clear', args=[narrative.pk])}#marks")
    return _page(request, narrative, deciding=form)


def _decide(narrative: Narrative, form: MarkForm, by: User) -> None:
    said = form.cleaned_data
    words, why = said["words"], said["why"]
    if said["decision"] == REPLACE:
        actions.replace(narrative, by=by, was=words, became=said["became"], why=why)
        return
    kept = partial(actions.decide_mark, narrative, by=by, seen=said["seen"])
    kept(words=words, kind=said["decision"], why=why)


def _page(
    request: HttpRequest,
    narrative: Narrative,
    *,
    cleared: ClearedForm | None = None,
    replacing: ReplaceForm | None = None,
    deciding: MarkForm | None = None,
) -> HttpResponse:
    cleared = cleared or ClearedForm(initial={"seen": narrative.fingerprint})
    replacing = replacing or ReplaceForm()
    marks = marks_in(narrative)
    left = undecided(narrative, chain.from_iterable(marks.values()))
    numbers = {
        mark_key(mark.text): n for n, mark in enumerate(left[:_AT_ONCE], start=1)
    }
    shown = [
        (_LABELS[name], pieces(getattr(narrative, name), found, numbers))
        for name, found in marks.items()
        if getattr(narrative, name)
    ]
    here = reverse("storybooks:clear", args=[narrative.pk])
    kept_page = partial(_kept, request, here)
    context = {
        "narrative": narrative,
        "shown": shown,
        "form": cleared,
        "replacing": replacing,
        "deciding": deciding,
        "choices": _choices(narrative, left[:_AT_ONCE], deciding),
        "left": left,
        "decided": kept_page(narrative.mark_decisions.select_related("by"), "decided"),
        "hard": [mark for mark in left if mark.is_hard],
        # asked only once no mark is left
        "combined": "" if left else told_together(narrative),
        "others": [] if left else others_who_answer(narrative, who(request)),
        "log": kept_page(narrative.replacements.all(), "log"),
    }
    bound = [form for form in (cleared, replacing, deciding) if form]
    status = max(map(status_of, bound))
    return render(request, "storybooks/desk/clear.html", context, status=status)


def _kept(request: HttpRequest, here: str, rows: QuerySet[Any], mark: str) -> Page:
    """What was decided or replaced, the latest first."""
    by = ("-at", "-pk")
    return page_of(rows, request, by=by, size=_BESIDE, mark=mark, path=here)


def _choices(
    narrative: Narrative, marks: Sequence[Mark], deciding: MarkForm | None
) -> list[tuple[int, Mark, MarkForm]]:
    """Each mark with its form; what was typed and refused is in its place."""
    book = became_in_book(narrative)
    return [
        (number, mark, _form(number, mark, narrative, book, deciding))
        for number, mark in enumerate(marks, start=1)
    ]


def _form(
    number: int,
    mark: Mark,
    narrative: Narrative,
    book: dict[str, str],
    deciding: MarkForm | None,
) -> MarkForm:
    form = deciding
    if not (form and mark_key(form.data.get("words", "")) == mark_key(mark.text)):
        first = {"words": mark.text, "seen": narrative.fingerprint}
        form = MarkForm(initial=first | {"became": proposal(mark, book)})
    form.auto_id = f"id_{number}_%s"
    if mark.is_hard:
        form.must_go()
    return form
