"""Saving a conversation's boxes one by one, while someone types."""

from uuid import UUID

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_POST

from .. import actions
from ..access.opening import conversations_with_names
from ..access.permissions import May, requires, who
from ..models import Conversation, Draft
from ..reading.conversation_boxes import BOXES
from ..reading.said_before import BOXES as SAID
from ..refusals import Refused
from ..values.numbers_from_outside import whole_number


@require_POST
@requires(May.WELCOME_PEOPLE)
def save_draft(request: HttpRequest, pk: UUID) -> JsonResponse:
    """Keep one box, for the script that saves while someone types.

    Answers 200 with the new version, 409 with the other words where someone saved
    meanwhile, 410 where the conversation was finished or discarded meanwhile.
    """
    conversation = conversations_with_names(who(request)).filter(pk=pk).first()
    box, words = request.POST.get("box", ""), request.POST.get("words", "")
    version = whole_number(request.POST.get("version", ""))
    if box not in (*BOXES, *SAID) or version is None or "\x00" in words:
        return JsonResponse({"problem": "unknown box or version"}, status=400)
    if conversation is None or not conversation.is_draft:
        return _gone(conversation)
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
    except Refused:  # finished or discarded since we looked
        conversation.refresh_from_db()
        return _gone(conversation)
    return JsonResponse({"version": draft.version, "at": _clock(draft)})


def _gone(conversation: Conversation | None) -> JsonResponse:
    """Which of the two it is: the script says so, and what to do with the words."""
    is_discarded = conversation is not None and conversation.discarded_at
    problem = "discarded" if is_discarded else "finished"
    return JsonResponse({"problem": problem}, status=410)


def _theirs(draft: Draft) -> dict[str, object]:
    return {
        "version": draft.version,
        "words": draft.words,
        "by": draft.saved_by.name,
        "at": _clock(draft),
    }


def _clock(draft: Draft) -> str:
    return date_format(timezone.localtime(draft.saved_at), "H.i")
