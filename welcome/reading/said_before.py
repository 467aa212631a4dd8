"""What a person said before their conversation: on the form, and on the phone.

It is offered there once, already filled in, and becomes part of the story with where
and when it was said.
"""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format

from ..models import Contact, Conversation, Introduction, Source, User, Voice

#: More than these are read under the history; so many have a box of their own.
AT_MOST = 6
#: Their boxes on the page of a conversation.
BOXES = [f"said_{number}" for number in range(1, AT_MOST + 1)]


@dataclass(frozen=True)
class SaidBefore:
    """Words from before the conversation: whose, where, when, and who heard them."""

    words: str
    voice: Voice
    where: str
    at: datetime
    heard_by: User

    @property
    def label(self) -> str:
        """Above the box: “Said on the public form, 26 November”."""
        day = date_format(timezone.localtime(self.at), "j F")
        said = "Said" if self.voice == Voice.PERSON else "Written"
        return f"{said} {self.where[0].lower()}{self.where[1:]}, {day}"


def said_before(conversation: Conversation) -> dict[str, SaidBefore]:
    """By the name of its box, the oldest first. Two queries."""
    rows = list(introductions_to_hear(conversation))
    found = [_on_the_form(row) for row in rows if row.words.strip()]
    keys = [row.pk for row in rows]
    calls = Contact.objects.filter(introduction__in=keys, reached=True)
    calls = calls.exclude(words="").select_related("by").order_by("at", "pk")
    found += [_on_the_phone(call) for call in calls[:AT_MOST]]
    found.sort(key=lambda said: said.at)
    return dict(zip(BOXES, found, strict=False))


def introductions_to_hear(conversation: Conversation) -> list[Introduction]:
    """How they came to us, as far as no conversation has taken it up yet."""
    rows = Introduction.objects.filter(person=conversation.person_id, heard_in=None)
    return list(rows.select_related("made_by").order_by("made_at", "pk")[:AT_MOST])


def _on_the_form(row: Introduction) -> SaidBefore:
    is_theirs = row.source == Source.SELF
    by = row.introducer_name or str(row.get_source_display())
    return SaidBefore(
        words=row.words.strip(),
        voice=Voice.PERSON if is_theirs else Voice.SUPPORTER,
        where="On the public form" if is_theirs else f"On the form by {by}"[:120],
        at=row.made_at,
        heard_by=row.made_by,
    )


def _on_the_phone(call: Contact) -> SaidBefore:
    return SaidBefore(
        words=call.words.strip(),
        voice=Voice.PERSON,
        where="On a welcome call",
        at=call.at,
        heard_by=call.by,
    )
