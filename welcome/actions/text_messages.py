"""A text to a person: one of the fixed ones, only where they said texts are safe."""

from uuid import UUID

from django.db import transaction
from django.db.models.functions import Coalesce
from django.utils import timezone

from ..audit import trail
from ..models import (
    Contact,
    ContactKind,
    ContactWish,
    Direction,
    FixedText,
    Message,
    Outcome,
    Person,
    User,
)
from ..once import find
from ..private_links.safe_contact import next_moment_for_texts
from ..refusals import Refused
from .contact_rows import Line
from .contacts import write_contact


@transaction.atomic
def send_text(person: Person, *, by: User, once: UUID, text: str) -> Contact:
    """Log it and put it in the outbox. Pressed twice is one text."""
    Person.objects.select_for_update(of=("self",), no_key=True).get(pk=person.pk)
    line: Line = {
        "kind": ContactKind.TEXT,
        "direction": Direction.OUT,
        "outcome": Outcome.SENT,
        "minutes": None,
        "words": FixedText(text).label,
    }
    known, key = find(Contact, once, {"person": person, **line}, key="once")
    if known:
        return known
    wish = _safe(person)
    contact, event = write_contact(person, by=by, key=key, line=line)
    trail.tell(
        event,
        to=[wish.number_for_texts],
        template=text,
        channel=Message.Channel.TEXT,
        due_at=next_moment_for_texts(wish, timezone.now()),
    )
    return contact


def _safe(person: Person) -> ContactWish:
    """How to reach them, read again; or Refused."""
    rows = ContactWish.objects.select_related("person__site")
    wish = rows.filter(person=person).first()
    if wish is None or not wish.number_for_texts:
        raise Refused(
            f"{person} has not said that we may text, or has no mobile number."
        )
    if person.team is None or not person.team.number_to_ring:
        raise Refused("Your team has no phone number yet that a text could give.")
    return wish


def note_receipt(reference: UUID, *, arrived: bool) -> bool:
    """What a provider says became of a text; whether we know that text.

    The first answer counts. A receipt can arrive before the worker has noted that the
    message left, so it says that as well.
    """
    texts = Message.objects.filter(pk=reference, channel=Message.Channel.TEXT)
    now = timezone.now()
    open_ones = texts.filter(delivered_at=None, failed_at=None)
    column = "delivered_at" if arrived else "failed_at"
    open_ones.update(**{column: now, "sent_at": Coalesce("sent_at", now)})
    return texts.exists()
