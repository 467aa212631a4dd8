"""A new record. Only after everyone who may be the same was shown."""

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from ..audit import trail
from ..models import Conversation, Introduction, Person, Team, User
from .about import write_identifier
from .conversations import begin
from .person_rows import unsaved_person, unsaved_wish, welcomed


@transaction.atomic
def welcome(
    *,
    by: User,
    team: Team,
    known_as: str,
    formal_name: str = "",
    pronouns: str = "",
    born_on: date | None = None,
    born_year: int | None = None,
    phone: str = "",
    postcode: str = "",
    identifier: str = "",
    introduction: Introduction | None = None,
) -> Conversation:
    """Make a record for someone new, and begin their first conversation."""
    User.objects.select_for_update().get(pk=by.pk)
    just_now = _just_begun(by, known_as, formal_name, born_on, postcode)
    if just_now:
        return just_now
    person = unsaved_person(
        team,
        at=timezone.now(),
        known_as=known_as,
        formal_name=formal_name,
        pronouns=pronouns,
        born_on=born_on,
        born_year=born_year,
        postcode=postcode,
    )
    person.save(force_insert=True)
    _write_contact(person, phone, introduction)
    if identifier:
        write_identifier(person, identifier)
    trail.write(welcomed(person, by=by))
    return begin(person, by=by, introduction=introduction)


def _just_begun(by: User, known_as: str, formal_name: str, *facts: Any) -> Any:
    """The same newcomer begun by the same hand a moment ago: the button, twice."""
    born_on, postcode = facts
    drafts = Conversation.objects.drafts().filter(
        listener=by,
        started_at__gte=timezone.now() - timedelta(seconds=30),
        person__known_as=known_as,
        person__formal_name=formal_name,
        person__born_on=born_on,
        person__postcode=postcode,
    )
    return drafts.first()


def _write_contact(
    person: Person, phone: str, introduction: Introduction | None
) -> None:
    """What was said at the front door about reaching them comes along."""
    wish = unsaved_wish(person, phone or (introduction.phone if introduction else ""))
    if introduction:
        wish.email, wish.may_email = introduction.email, bool(introduction.email)
        wish.may_call, wish.may_text = introduction.may_call, introduction.may_text
        wish.may_leave_message = introduction.may_leave_message
        wish.words = introduction.reach_words
    wish.save(force_insert=True)
