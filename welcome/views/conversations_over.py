"""A conversation's page that is no longer a draft: it was finished, or discarded."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from ..forms.conversations import ConversationForm
from ..models import Conversation
from ..reading.already_known import known_about
from ..web import forms_kept
from .discarding import discarded


def no_longer_a_draft(request: HttpRequest, conversation: Conversation) -> HttpResponse:
    """A second press of the button changes nothing; other words are given back."""
    if request.method == "POST" and _has_other_words(request, conversation):
        reason = "discarded" if conversation.discarded_at else "finished"
        return forms_kept.give_back_words(request, reason)
    if conversation.discarded_at:
        return _discarded(request, conversation)
    messages.info(request, finished_words(conversation))
    return go_on(request, conversation)


def _discarded(request: HttpRequest, conversation: Conversation) -> HttpResponse:
    """Who discarded it, and the way back."""
    if "discard" in request.POST:
        return discarded(request, conversation)
    if request.method == "POST":
        return redirect("welcome:conversation", conversation.pk)
    context = {"conversation": conversation}
    return render(request, "welcome/discarding/discarded.html", context)


def go_on(request: HttpRequest, conversation: Conversation) -> HttpResponse:
    """To their page, or straight on to who could help."""
    shares = request.POST.get("finish") == "share"
    page = "referrals:send_on" if shares else "welcome:person"
    return redirect(page, conversation.person_id)


def _has_other_words(request: HttpRequest, conversation: Conversation) -> bool:
    """Whether a box says what is not in the story, the record or the draft by now."""
    kept = {(p.prompt, _plain(p.words)) for p in conversation.passages.all()}
    kept |= {(b, _plain(v)) for b, v in known_about(conversation.person).items()}
    kept |= {(d.box, _plain(d.words)) for d in conversation.drafts.all()}
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


def finished_words(conversation: Conversation) -> str:
    return (
        f"{conversation.person.possessive} story is saved. "
        "No one has to ask for it again."
    )
