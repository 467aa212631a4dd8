"""Texts in the contact log: whether one can be sent, and whether they arrived."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from ..audit.event_rows import label
from ..models import Contact, ContactKind, ContactWish, Direction, Message, Person


@dataclass(frozen=True)
class Arrivals:
    """The keys of contacts. In neither: on its way, or no receipt has come."""

    delivered: set[UUID]
    failed: set[UUID]


def can_send(person: Person) -> bool:
    """Whether a text is safe for them, and has a number of ours to give."""
    wish: ContactWish | None = getattr(person, "contact_wish", None)
    has_number = person.team is not None and bool(person.team.number_to_ring)
    return has_number and wish is not None and bool(wish.number_for_texts)


def arrivals_of(contacts: Iterable[Contact]) -> Arrivals:
    """Of the texts among these, in one query."""
    keys = {label(one): one.pk for one in contacts if _is_ours(one)}
    texts = Message.objects.filter(channel=Message.Channel.TEXT)
    rows = list(
        texts.filter(event__about__in=keys).values_list(
            "event__about", "delivered_at", "failed_at"
        )
        if keys
        else ()
    )
    return Arrivals(
        {keys[about] for about, delivered, _ in rows if delivered},
        {keys[about] for about, _, failed in rows if failed},
    )


def _is_ours(contact: Contact) -> bool:
    return contact.kind == ContactKind.TEXT and contact.direction == Direction.OUT
