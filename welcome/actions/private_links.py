"""A person's own door: handed over as is safe for them, opened, and shut."""

from uuid import UUID

from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from ..audit import trail
from ..audit.looks import record_look
from ..audit.payloads import DoorSent
from ..models import Device, Look, Person, PrivateLink, User
from ..once import other_key
from ..private_links import tokens
from ..private_links.safe_contact import Way, ways_for
from ..private_links.tokens import plain
from ..refusals import Refused

_OWN = PrivateLink.Purpose.PERSON
#: A link that no one uses is no door that anyone should find later.
DAYS = 30


@transaction.atomic
def send_door(
    person: Person, *, by: User, once: UUID, way: str, question: str, fact: str
) -> str:
    """Make a link to the person's own page; every earlier one is shut.

    By e-mail it goes through the outbox. Otherwise the path is returned, to be shown
    in this one moment: of the link itself nothing is kept.
    """
    person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if way not in ways_for(person):
        raise Refused(f"{person} hasn’t said that this way is safe. Choose another.")
    tokens.revoke(_OWN, person)
    link, token = _make(person, by, once, way, question, fact)
    path = reverse("welcome:my_story", args=[token])
    event = trail.record(
        "door.sent",
        about=link,
        by=by,
        person=person,
        team=person.team,
        detail=DoorSent(way=way),
    )
    if way != Way.EMAIL:
        return path
    trail.tell(
        event,
        to=[person.contact_wish.email],
        template="door_sent",
        reference=person.reference,
        path=path,
    )
    return ""


@transaction.atomic
def open_door(link: PrivateLink, person: Person, device: Device) -> None:
    """They are in: their own look at their own record, as everyone's is kept."""
    by = User.objects.hand("person")
    if device.confirmed_at:
        record_look(person, by=by, why=Look.Why.SELF)
        trail.record("door.opened", about=link, by=by, person=person)
    elif device.waits:
        trail.record("door.asked", about=link, by=by, person=person)


@transaction.atomic
def let_in(device: Device, person: Person, *, yes: bool) -> None:
    """The person says, on a device of theirs, whether another one is theirs too."""
    device = Device.objects.select_for_update(of=("self",)).get(pk=device.pk)
    if not device.waits:
        return
    by, now = User.objects.hand("person"), timezone.now()
    device.confirmed_at, device.refused_at = (now, None) if yes else (None, now)
    device.save(update_fields=["confirmed_at", "refused_at"])
    what = "door.confirmed" if yes else "door.refused"
    trail.record(what, about=device.link, by=by, person=person)


@transaction.atomic
def shut_door(person: Person, *, by: User) -> None:
    """Shut every link to the person's own page, in every browser at once."""
    link = tokens.latest(_OWN, person)
    if link is None:
        raise Refused("The link to this page no longer works.")
    tokens.revoke(_OWN, person)
    trail.record("door.revoked", about=link, by=by, person=person, team=person.team)


def _make(
    person: Person, by: User, once: UUID, way: str, question: str, fact: str
) -> tuple[PrivateLink, str]:
    # Another way or word, sent from the same form, is another link: the words of a link
    # are kept as hashes only, so they are told apart by its key.
    said = {"person": person, "way": way, "question": question, "fact": plain(fact)}
    try:
        with transaction.atomic():
            return tokens.make(
                _OWN,
                person,
                by=by,
                question=question,
                fact=fact,
                days=DAYS,
                once=other_key(once, said),
                on_paper=way != Way.EMAIL,
            )
    except IntegrityError as twice:
        raise Refused(
            "You’ve already made this link, and we show a link only once. If it is "
            "lost, make a new one. The lost link will stop working."
        ) from twice
