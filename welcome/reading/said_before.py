"""What a person said before their conversation: on the form, and on the phone.

It is offered there once, already filled in, and becomes part of the story with where
and when it was said.
"""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format

from ..models import Contact, Conversation, Introduction, Source, User, Voice
from .bounded_counts import MOST, in_figures

#: As many as are read back in one conversation; the next one goes on from there.
AT_MOST = 6
#: One introduction is read back whole, as far as there are boxes. The others are in
#: the history.
BOXES = [f"said_{number}" for number in range(1, 31)]


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


@dataclass(frozen=True)
class ToHear:
    """What is read back in this conversation, and how much there is in all."""

    introductions: list[Introduction]
    by_box: dict[str, SaidBefore]
    figures: str
    is_cut: bool
    #: Whether the next conversation has more of it.
    goes_on: bool

    @property
    def rows(self) -> list[SaidBefore]:
        return list(self.by_box.values())


def said_before(conversation: Conversation) -> ToHear:
    """Introduction by introduction, the oldest first, and not too many. Two queries."""
    rows = _not_heard_yet(conversation)
    calls = _calls_about(rows)
    heard: list[Introduction] = []
    found: list[SaidBefore] = []
    for row in rows:
        said = _said_in(row, calls)
        if found and len(found) + len(said) > AT_MOST:
            break
        heard.append(row)
        found += said
    found.sort(key=lambda said: said.at)
    by_box = dict(zip(BOXES, found, strict=False))
    count = sum(len(_said_in(row, calls)) for row in rows)
    return ToHear(
        introductions=heard,
        by_box=by_box,
        figures=in_figures(count),
        is_cut=len(by_box) < count,
        goes_on=len(heard) < len(rows),
    )


def _not_heard_yet(conversation: Conversation) -> list[Introduction]:
    """How they came to us, as far as no conversation has taken it up."""
    rows = Introduction.objects.filter(person=conversation.person_id, heard_in=None)
    rows = rows.select_related("made_by").order_by("made_at", "pk")
    return list(rows[: MOST + 1])


def _calls_about(introductions: list[Introduction]) -> list[Contact]:
    keys = [row.pk for row in introductions]
    calls = Contact.objects.filter(introduction__in=keys, reached=True)
    calls = calls.exclude(words="").select_related("by")
    return list(calls.order_by("introduction__made_at", "introduction", "at", "pk"))


def _said_in(row: Introduction, calls: list[Contact]) -> list[SaidBefore]:
    """On the form and in the calls about it."""
    said = [_on_the_form(row)] if row.words.strip() else []
    return said + [_on_the_phone(one) for one in calls if one.introduction_id == row.pk]


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
