"""The conversation's page: saved as it is typed, finished when it was read back."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from .. import actions
from ..access.opening import open_conversation
from ..access.permissions import May, requires, who
from ..forms.conversations import ConversationForm, from_drafts
from ..models import Conversation, Draft, User
from ..reading.already_known import known_about
from ..reading.banner import banner_for
from ..reading.said_before import said_before
from ..reading.versions import by_prompt
from .conversations_over import finished_words, go_on, no_longer_a_draft
from .discarding import discarded
from .story_pages import newest_passages


@requires(May.WELCOME_PEOPLE)
def conversation(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write while listening. A save keeps all boxes; finishing asks for the rest."""
    reading = request.method == "GET"
    conversation = open_conversation(who(request), pk, reading=reading)
    if not conversation.is_draft:
        return no_longer_a_draft(request, conversation)
    if request.method != "POST":
        return _page(request, conversation, _fresh_form(conversation))
    form = ConversationForm(
        request.POST,
        conversation=conversation,
        before=said_before(conversation),
        finishing="finish" in request.POST,
    )
    newer = _save_all(conversation, form, by=who(request))
    if newer:
        return _page(request, conversation, _with_versions(form), newer, status=409)
    if not form.finishing:
        return _left(request, conversation)
    if not form.is_valid():
        return _page(request, conversation, _with_versions(form))
    read_back = form.cleaned_data["read_back"] == "yes"
    actions.finish(
        conversation, by=who(request), said=form.cleaned_data, read_back=read_back
    )
    messages.success(request, finished_words(conversation))
    return go_on(request, conversation)


def _left(request: HttpRequest, conversation: Conversation) -> HttpResponse:
    """Saved to go on another day; or, every box saved as well, discarded."""
    if "discard" in request.POST:
        return discarded(request, conversation)
    messages.success(
        request, "Saved. You can close this page and finish the draft later."
    )
    return redirect("welcome:conversation", conversation.pk)


def _save_all(
    conversation: Conversation, form: ConversationForm, *, by: User
) -> dict[str, Draft]:
    """Save every box that has words or a draft; the ones somebody else changed."""
    newer: dict[str, Draft] = {}
    known = set(conversation.drafts.values_list("box", flat=True))
    for box, (words, version) in form.typed().items():
        if not words and box not in known:
            continue
        try:
            actions.save(conversation, box, by=by, words=words, version=version)
        except actions.Newer as problem:
            newer[box] = problem.draft
    return newer


def _fresh_form(conversation: Conversation) -> ConversationForm:
    drafts = {draft.box: draft for draft in conversation.drafts.all()}
    initial = from_drafts(conversation, drafts, known_about(conversation.person))
    before = said_before(conversation)
    return ConversationForm(conversation=conversation, before=before, initial=initial)


def _with_versions(form: ConversationForm) -> ConversationForm:
    """The page that goes back has read what is saved now, box by box."""
    data = cast(QueryDict, form.data).copy()
    for draft in form.conversation.drafts.all():
        data[f"v_{draft.box}"] = str(draft.version)
    form.data = data
    return form


def _page(
    request: HttpRequest,
    conversation: Conversation,
    form: ConversationForm,
    newer: dict[str, Draft] | None = None,
    status: int = 200,
) -> HttpResponse:
    person, already = conversation.person, newest_passages(conversation.person)
    last = conversation.drafts.order_by("-saved_at").first()
    context = {
        "conversation": conversation,
        "person": person,
        "banner": banner_for(person),
        "introduction": person.introductions.order_by("-made_at").first(),
        "form": form,
        "already": by_prompt(already.rows),
        "beside": already,
        "newer": newer or {},
        "last_saved": last,
    }
    return render(
        request, "welcome/conversations/conversation.html", context, status=status
    )
