"""The boxes of a conversation's page, in the order in which they are asked."""

from django import template
from django.forms import BoundField

from ..forms.conversations import ConversationForm
from ..models import Draft, Passage
from ..reading.conversation_boxes import PASSAGES

register = template.Library()


@register.filter
def passage_boxes(form: ConversationForm) -> list[BoundField]:
    return [form[box] for box in PASSAGES]


@register.filter
def boxes_said_before(form: ConversationForm) -> list[BoundField]:
    """What they said before this conversation, filled in."""
    return [form[box] for box in form.before]


@register.filter
def in_box(already: dict[str, list[Passage]] | None, box: str) -> list[Passage]:
    """What the story says already where this box asks."""
    return (already or {}).get(box, [])


@register.filter
def for_box(newer: dict[str, Draft] | None, box: str) -> Draft | None:
    """What someone else saved in this box meanwhile, if anything."""
    return (newer or {}).get(box)
