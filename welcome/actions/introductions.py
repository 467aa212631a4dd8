"""Someone asked for a conversation, or was brought to us."""

from typing import Unpack
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from ..audit import trail
from ..models import Introduction, Person, Site, Source, Team, User
from ..once import keep
from ..refusals import Refused
from .introduction_rows import Said, answered, closed, made
from .meeting_rows import cancel_ahead


def introduce(
    *, by: User, site: Site, once: UUID, **said: Unpack[Said]
) -> Introduction:
    """As `introduce_once`, where it does not matter whether it said anything new."""
    return introduce_once(by=by, site=site, once=once, **said)[0]


@transaction.atomic
def introduce_once(
    *, by: User, site: Site, once: UUID, **said: Unpack[Said]
) -> tuple[Introduction, bool]:
    """Take in an introduction and tell the nearest team. Also: whether it was news.

    `once` is the form's own key: the same form sent twice makes one introduction. Sent
    again with something put right, what was said last holds, and what was said first
    is kept beside it. Where someone has answered meanwhile, or it is for another
    place, it is an introduction of its own: nothing that was said goes unread.
    """
    said.setdefault("postcode", "")
    first = Introduction.objects.select_for_update(of=("self",)).filter(once=once)
    before = first.filter(site=site, answered_at=None, closed_at=None).first()
    if before:
        return before, _put_right(before, **said)
    introduction, is_new = keep(
        Introduction,
        once,
        {"site": site, **said},
        key="once",
        team=nearest_team(site, said["postcode"]),
        made_by=by,
    )
    if is_new:
        event = trail.write(made(introduction))
        trail.tell(
            event,
            to=[introduction.team.email],
            template="introduction_made",
            path=reverse("welcome:today"),
        )
    return introduction, is_new


def _put_right(introduction: Introduction, **said: Unpack[Said]) -> bool:
    """The same form again, with something put right: what was said last holds.

    Whether anything was.
    """
    was = {key: getattr(introduction, key) for key in said}
    changed = {key: new for key, new in said.items() if was[key] != new}
    for key, new in changed.items():
        setattr(introduction, key, new)
    if changed:
        introduction.said_before = [
            *introduction.said_before,
            {key: was[key] for key in changed},
        ]
        introduction.save(update_fields=[*changed, "said_before"])
    return bool(changed)


def nearest_team(site: Site, postcode: str) -> Team:
    """The team for that postcode's district, or else the site's first team."""
    district = postcode.partition(" ")[0].upper()
    teams = list(site.teams.order_by("name"))
    if not teams:
        raise Refused(f"{site.title} has no Welcome Team yet. Please ring us.")
    return next((t for t in teams if district in t.postcode_districts), teams[0])


@transaction.atomic
def pass_on(
    introduction: Introduction | None, *, by: User, person: Person
) -> Introduction:
    """Another team of this site knows this person: let them carry on the story.

    Someone who came without an introduction is introduced to that team now.
    """
    if introduction is None:
        introduction = bring(person, by=by)
    introduction = waiting(introduction)
    introduction.team, introduction.person = person.team, person
    introduction.save(update_fields=["team", "person"])
    event = trail.record(
        "introduction.passed_on",
        about=introduction,
        by=by,
        person=person,
        team=person.team,
    )
    trail.tell(
        event,
        to=[person.team.email],
        template="introduction_passed_on",
        reference=person.reference,
        path=reverse("welcome:today"),
    )
    return introduction


def bring(person: Person, *, by: User) -> Introduction:
    """Introduce them to the team that knows them; once, however often it is pressed."""
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    waiting = Introduction.objects.waiting().filter(person=person, made_by=by).first()
    return waiting or Introduction.objects.create(
        site=person.site,
        team=person.team,
        person=person,
        source=Source.OTHER,
        known_as=person.known_as,
        introducer_name=by.name,
        introducer_contact=by.email,
        made_by=by,
    )


@transaction.atomic
def close_introduction(
    introduction: Introduction, *, by: User, why: str
) -> Introduction:
    """No conversation will follow, for a reason that is written down."""
    introduction = waiting(introduction)
    event = closed(introduction, by=by, at=timezone.now(), why=why)
    introduction.save(update_fields=["closed_at", "closed_by", "closed_why"])
    cancel_ahead(introduction.meetings.planned(), by=by)
    trail.write(event)
    return introduction


def answer(introduction: Introduction, *, by: User, person: Person) -> None:
    """A conversation has begun: no one needs to wait for this one any more."""
    introduction = waiting(introduction)
    event = answered(introduction, by=by, at=timezone.now(), person=person)
    introduction.save(update_fields=["person", "answered_at", "answered_by"])
    trail.write(event)


def waiting(introduction: Introduction) -> Introduction:
    """Locked and still waiting, or Refused."""
    fresh = Introduction.objects.select_for_update(of=("self",)).get(pk=introduction.pk)
    if fresh.answered_at or fresh.closed_at:
        raise Refused("Someone has already answered this introduction.")
    return fresh
