"""Opening what is not a person's own page, and writing that down: one act."""

from uuid import UUID

from django.shortcuts import get_object_or_404

from ..audit.looks import record_look
from ..models import ABOUT_ME, Conversation, Emergency, Handover, Look, User
from ..models.conversations import ConversationQuerySet
from ..models.stories import PassageQuerySet


def open_conversation(user: User, pk: UUID, *, reading: bool) -> Conversation:
    """A conversation of this user's team; reading it is a look at the person's record.

    A save that follows the reading is no second look. Raises Http404 for any other.
    """
    rows = conversations_with_names(user)
    conversation: Conversation = get_object_or_404(rows, pk=pk)
    if reading:
        record_look(conversation.person, by=user, why=Look.Why.TEAM)
    return conversation


def conversations_with_names(user: User) -> ConversationQuerySet:
    mine = Conversation.objects.visible_to(user)
    return mine.select_related(
        "person__team", "team", "listener", "finished_by", "discarded_by"
    )


def story_before_a_yes(user: User, handover: Handover) -> PassageQuerySet | None:
    """The whole story, while it is asked, as far as was agreed; else None.

    A team that knows the person already opens their own page instead.
    """
    person = handover.person
    mine = person.team_id in user.team_ids
    if mine or not (handover.is_open and handover.is_for(user) and handover.may_read):
        return None
    record_look(person, by=user, why=Look.Why.HANDOVER, about=handover)
    return person.passages.current().exclude(prompt__in=ABOUT_ME)


def story_in_an_emergency(
    user: User, pk: UUID
) -> tuple[Emergency, PassageQuerySet | None]:
    """What this user opened, and the whole story; none once the time is over.

    Raises Http404 for what somebody else opened.
    """
    rows = Emergency.objects.filter(by=user)
    rows = rows.select_related("person__team", "person__site", "person__contact_wish")
    emergency = get_object_or_404(rows, pk=pk)
    if not emergency.is_live:
        return emergency, None
    record_look(
        emergency.person,
        by=user,
        why=Look.Why.EMERGENCY,
        about=emergency,
        reason=emergency.get_why_display(),
    )
    passages = emergency.person.passages.current()
    return emergency, passages.exclude(prompt__in=ABOUT_ME)
