"""The conversation's page: saved as it is typed, finished when it was read back."""

from typing import cast
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_POST

from .. import actions
from ..access.opening import conversations_with_names, open_conversation
from ..access.permissions import May, requires, who
from ..forms.conversations import ConversationForm, from_drafts
from ..models import Conversation, Draft, User
from ..reading.already_known import known_about
from ..reading.banner import banner_for
from ..reading.conversation_boxes import BOXES
from ..reading.said_before import BOXES as SAID
from ..reading.said_before import said_before
from ..reading.versions import by_prompt, story_of
from ..values.numbers_from_outside import whole_number
from ..web import forms_kept


@requires(May.WELCOME_PEOPLE)
def conversation(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write while listening. A save keeps all boxes; finishing asks for the rest."""
    reading = request.method == "GET"
    conversation = open_conversation(who(request), pk, reading=reading)
    if not conversation.is_draft:
        return _already_finished(request, conversation)
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
        messages.success(
            request, "Saved. You can close this page and finish the draft later."
        )
        return redirect("welcome:conversation", conversation.pk)
    if not form.is_valid():
        return _page(request, conversation, _with_versions(form))
    read_back = form.cleaned_data["read_back"] == "yes"
    actions.finish(
        conversation, by=who(request), said=form.cleaned_data, read_back=read_back
    )
    messages.success(request, _finished_words(conversation))
    return _go_on(request, conversation)


@require_POST
@requires(May.WELCOME_PEOPLE)
def save_draft(request: HttpRequest, pk: UUID) -> JsonResponse:
    """Keep one box, for the script that saves while somebody types.

    Answers 200 with the new version, 409 with the other words where somebody saved
    meanwhile, 410 where the conversation was finished meanwhile.
    """
    conversation = conversations_with_names(who(request)).filter(pk=pk).first()
    box, words = request.POST.get("box", ""), request.POST.get("words", "")
    version = whole_number(request.POST.get("version", ""))
    if box not in (*BOXES, *SAID) or version is None or "\x00" in words:
        return JsonResponse({"problem": "unknown box or version"}, status=400)
    if conversation is None or not conversation.is_draft:
        return JsonResponse({"problem": "finished"}, status=410)
    try:
        draft = actions.save(
            conversation,
            box,
            by=who(request),
            words=words.replace("\r\n", "\n"),
            version=version,
        )
    except actions.Newer as newer:
        return JsonResponse(_theirs(newer.draft), status=409)
    return JsonResponse({"version": draft.version, "at": _clock(draft)})


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
    person = conversation.person
    last = conversation.drafts.order_by("-saved_at").first()
    context = {
        "conversation": conversation,
        "person": person,
        "banner": banner_for(person),
        "introduction": person.introductions.order_by("-made_at").first(),
        "form": form,
        "already": by_prompt(story_of(person)),
        "newer": newer or {},
        "last_saved": last,
    }
    return render(
        request, "welcome/conversations/conversation.html", context, status=status
    )


def _already_finished(request: HttpRequest, conversation: Conversation) -> HttpResponse:
    """A second press of the button changes nothing; other words are given back."""
    if request.method == "POST" and _has_other_words(request, conversation):
        return forms_kept.give_back_words(request, "finished")
    messages.info(request, _finished_words(conversation))
    return _go_on(request, conversation)


def _go_on(request: HttpRequest, conversation: Conversation) -> HttpResponse:
    """To their page, or straight on to who could help."""
    shares = request.POST.get("finish") == "share"
    page = "referrals:send_on" if shares else "welcome:person"
    return redirect(page, conversation.person_id)


def _has_other_words(request: HttpRequest, conversation: Conversation) -> bool:
    """Whether a box says what neither the story nor the record says by now."""
    kept = {(p.prompt, _plain(p.words)) for p in conversation.passages.all()}
    kept |= {(b, _plain(v)) for b, v in known_about(conversation.person).items()}
    typed = ConversationForm(request.POST, conversation=conversation).typed()
    return any(
        _plain(words) and (box, _plain(words)) not in kept
        for box, (words, _) in typed.items()
    )


def _plain(words: object) -> str:
    """Without blanks, so that a phone number that was tidied is the same one."""
    if isinstance(words, list):
        words = "".join(sorted(words))
    return "".join(str(words or "").split())


def _finished_words(conversation: Conversation) -> str:
    return (
        f"{conversation.person.possessive} words are now their story. "
        "No one has to ask for them again."
    )


def _theirs(draft: Draft) -> dict[str, object]:
    return {
        "version": draft.version,
        "words": draft.words,
        "by": draft.saved_by.name,
        "at": _clock(draft),
    }


def _clock(draft: Draft) -> str:
    return date_format(timezone.localtime(draft.saved_at), "H.i")
