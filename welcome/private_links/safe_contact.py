"""Which ways of handing over a private link are safe for this person.

What they said about reaching them decides, and nothing else. Into their own hand is
always possible: then no one but them is there.
"""

from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone

from ..models import ContactWish, Person

#: Hours of the day, by the clock on the wall.
_TEXTS_FROM, _TEXTS_UNTIL = 9, 20


class Way(models.TextChoices):
    EMAIL = "email", "By e-mail"
    LETTER = "letter", "In a letter"
    HAND = "hand", "On paper, into their own hands"


def ways_for(person: Person) -> list[Way]:
    """The ways that they allow, the nearest first."""
    wish = _wish(person)
    ways = [Way.HAND]
    if wish and wish.may_post and person.address:
        ways.insert(0, Way.LETTER)
    if wish and wish.may_email and wish.email:
        ways.insert(0, Way.EMAIL)
    return ways


def why_not(person: Person) -> list[str]:
    """Why the other ways are not there, so that no one looks for them."""
    wish = _wish(person)
    said = []
    if not (wish and wish.email):
        said.append("We don’t have an e-mail address.")
    elif not wish.may_email:
        said.append(f"{person} hasn’t said that e-mails are safe.")
    if wish and wish.may_text:
        said.append("We don’t put links into texts. Don’t copy one yourself.")
    return said


def next_safe_moment(wish: ContactWish, now: datetime) -> datetime:
    """Now, on a day that they named; else nine in the morning of the next such day."""
    local = timezone.localtime(now)
    for later in range(8):
        day = local + timedelta(days=later)
        if wish.is_safe_on(day.date()):
            nine = day.replace(hour=9, minute=0, second=0, microsecond=0)
            return nine if later else local
    raise AssertionError("a week has every day")


def next_moment_for_texts(wish: ContactWish, now: datetime) -> datetime:
    """The same for a text, which makes a noise: never in the evening or at night."""
    local = timezone.localtime(now)
    if local.hour >= _TEXTS_UNTIL:
        local = (local + timedelta(days=1)).replace(hour=0)
    moment = next_safe_moment(wish, local)
    if moment.hour >= _TEXTS_FROM:
        return moment
    return moment.replace(hour=_TEXTS_FROM, minute=0, second=0, microsecond=0)


def _wish(person: Person) -> ContactWish | None:
    return getattr(person, "contact_wish", None)
