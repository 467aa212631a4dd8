"""My story: a person reads, corrects and adds to what is written about them."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from ... import actions
from ...actions.corrections import readers_of
from ...forms.corrections import MyCorrectionForm, MyStatementForm
from ...forms.private_links import MyWordsForm
from ...models import Meeting, Passage, User
from ...reading.banner import banner_for
from ...reading.versions import versions_of, with_statements
from ...web.pagination import page_of
from ..story_pages import story_page
from .guard import Own, at_own_door

#: So many of the next meetings stand above the story.
_MEETINGS = 3


@at_own_door
def my_story(request: HttpRequest, own: Own) -> HttpResponse:
    """Everything that is written down as their story, in its newest words."""
    context = {
        "own": own,
        "here_now": "story",
        "story": story_page(_theirs(own).current(), request),
        "reach": banner_for(own.person).reach,
        "access": banner_for(own.person).access,
        "meetings": page_of(
            Meeting.objects.ahead_with(own.person),
            request,
            by=("at", "pk"),
            size=_MEETINGS,
            mark="meetings",
        ),
        "waiting": own.link.devices.filter(confirmed_at=None, refused_at=None),
    }
    return render(request, "welcome/own_page/my_story.html", context)


@at_own_door
def my_passage(request: HttpRequest, own: Own, pk: UUID) -> HttpResponse:
    """This is not right: new words, or one's own beside somebody else's."""
    passage = _passage(own, pk)
    newest = versions_of(passage)[0]
    if newest.pk != passage.pk and request.method != "POST":
        return redirect("welcome:my_passage", own.token, newest.pk)
    form = _form(request, passage)
    if form.is_valid():
        try:
            _act(passage, form)
        except actions.CorrectedSince as since:
            newest = since.passage
            return _change(request, own, newest, _form(request, newest), newer=newest)
        messages.success(request, "Saved. We’ve kept the old words too.")
        return redirect("welcome:my_story", own.token)
    return _change(request, own, passage, form)


@at_own_door
def my_versions(request: HttpRequest, own: Own, pk: UUID) -> HttpResponse:
    """What it said before."""
    versions = with_statements(versions_of(_passage(own, pk)))
    context = {"own": own, "versions": versions}
    return render(request, "welcome/own_page/my_versions.html", context)


@at_own_door
def my_words(request: HttpRequest, own: Own) -> HttpResponse:
    """Add to the story, in one's own hand."""
    said = request.POST if "words" in request.POST else None
    form = MyWordsForm(said, known=_theirs(own).current())
    if form.is_valid():
        _add(own, **form.cleaned_data)
        messages.success(request, "Added. Your Welcome Team can read it now.")
        return redirect("welcome:my_story", own.token)
    context = {"own": own, "form": form}
    return render(request, "welcome/own_page/my_words.html", context)


def _add(own: Own, *, prompt: str, words: str) -> None:
    """Once, also where the button was pressed twice."""
    me, now = _their_hand(), timezone.now()
    same = _theirs(own).current().filter(heard_by=me, prompt=prompt, words=words)
    if not same.exists():
        actions.add_passage(
            own.person, by=me, prompt=prompt, words=words, read_back_at=now
        )


def _theirs(own: Own) -> Any:
    passages: QuerySet[Passage] = own.person.passages.all()
    return passages


def _passage(own: Own, pk: UUID) -> Passage:
    rows = _theirs(own).select_related("heard_by", "corrected_by", "person__team")
    passage: Passage = get_object_or_404(rows, pk=pk)
    return passage


def _form(request: HttpRequest, passage: Passage) -> Any:
    """What can be said about this passage: a correction, or a statement beside it."""
    said = request.POST if "words" in request.POST else None
    if passage.is_opinion:
        return MyStatementForm(said)
    return MyCorrectionForm(said, passage=passage, readers=readers_of(passage))


def _act(passage: Passage, form: Any) -> None:
    if passage.is_opinion:
        actions.dispute(passage, by=_their_hand(), **form.cleaned_data)
    else:
        actions.correct(passage, by=_their_hand(), **form.correction())


def _change(
    request: HttpRequest, own: Own, passage: Passage, form: Any, **more: object
) -> HttpResponse:
    context = {"own": own, "passage": passage, "form": form}
    status = 409 if more else 200
    return render(
        request, "welcome/own_page/my_passage.html", context | more, status=status
    )


def _their_hand() -> User:
    return User.objects.hand("person")
