"""Writing down how to reach somebody safely, and what they need to be there at all."""

from collections.abc import Iterable, Mapping
from typing import cast

from django.db import transaction

from .. import trail
from ..models import AccessNeed, ContactWish, Person, User
from ..phones import digits

#: What may be done, as the form names it, and the column that keeps it.
MAY = {
    "call": "may_call",
    "text": "may_text",
    "message": "may_leave_message",
    "say_who": "may_say_who_we_are",
    "email": "may_email",
    "post": "may_post",
}


@transaction.atomic
def write(person: Person, *, by: User, said: Mapping[str, object]) -> None:
    """Keep what was said about reaching and access; boxes that were not there stay."""
    if "phone" in said:
        _write_contact(person, said)
    if "access" in said:
        _write_access(person, said)
    if "interpreter" in said:
        person.interpreter = str(said["interpreter"])
        person.save(update_fields=["interpreter"])
    trail.record("person.about_me", about=person, by=by, person=person)


def _write_contact(person: Person, said: Mapping[str, object]) -> None:
    wish, _ = ContactWish.objects.get_or_create(person=person)
    wish.phone, wish.email = str(said["phone"]), str(said["email"])
    wish.phone_digits = digits(wish.phone)
    wish.words = str(said["reach_words"])
    chosen = set(cast(Iterable[str], said["may"]))
    for name, column in MAY.items():
        setattr(wish, column, name in chosen)
    wish.save()


def _write_access(person: Person, said: Mapping[str, object]) -> None:
    chosen = set(cast(Iterable[str], said["access"]))
    words = str(said["access_words"]).strip()
    person.access_needs.all().delete()
    needs = [AccessNeed(person=person, code=code) for code in sorted(chosen)]
    if words:
        needs.append(AccessNeed(person=person, words=words))
    AccessNeed.objects.bulk_create(needs)
