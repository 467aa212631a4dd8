"""A town for load: partners, who works there, and people who are held. In bulk."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from referrals.models import Agreement, Offer, Referral, Request
from welcome.models import (
    ContactWish,
    Holding,
    Membership,
    Organisation,
    Passage,
    Person,
    Role,
    Site,
    Team,
    User,
)

PARTNERS, WORKERS = 200, 2
#: Who is told of a story that arrives: the partner's own address, and who works there.
READERS = WORKERS + 1
_AT_ONCE = 2000


@dataclass
class Town:
    site: Site
    team: Team
    welcomer: User
    people: list[Person]
    offers: list[Offer]
    #: One of those who work at a partner, by its key.
    workers: dict[UUID, User]


def build(people: int) -> Town:
    """A site of its own at each run, with everybody in it."""
    name = f"loaded-{secrets.token_hex(4)}"
    site = Site.objects.create(slug=name, name="Loaded", nation="england")
    team = Team.objects.create(site=site, name="Loaded", email=f"{name}@example.org")
    welcomer = _user(f"welcomer-{name}")
    welcomer.save()
    Membership.objects.create(user=welcomer, role=Role.WELCOMER, team=team)
    offers, workers = _partners(site, name)
    held = [one for n in range(0, people, _AT_ONCE)
            for one in _held(team, welcomer, min(_AT_ONCE, people - n))]  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 0")
    return Town(site, team, welcomer, held, offers, workers)


def _user(name: str) -> User:
    return User(email=f"{name}@example.org", name="Somebody", password="!")


def _partners(site: Site, name: str) -> tuple[list[Offer], dict[UUID, User]]:
    partners = Organisation.objects.bulk_create(
        Organisation(site=site, name=f"Partner {n}", is_partner=True,
                     email=f"{name}-{n}@example.org")
        for n in range(PARTNERS)
    )  # fmt: skip
    offers = Offer.objects.bulk_create(
        Offer(site=site, partner=one, name="Letters", words="We open them together.",
              needs=["money"])
        for one in partners
    )  # fmt: skip
    users = User.objects.bulk_create(
        _user(f"{name}-{n}-{who}") for n in range(PARTNERS) for who in range(WORKERS)
    )
    places = [one for one in partners for _ in range(WORKERS)]
    Membership.objects.bulk_create(
        Membership(user=user, role=Role.PARTNER, organisation=place)
        for user, place in zip(users, places, strict=True)
    )
    return offers, {place.pk: user for user, place in zip(users, places, strict=True)}


@transaction.atomic
def _held(team: Team, by: User, many: int) -> list[Person]:
    """So many who have been heard once, and whom the team holds."""
    now = timezone.now()
    people = Person.objects.bulk_create(
        Person(site=team.site, team=team, known_as=f"Somebody {n}", is_open=True)
        for n in range(many)
    )
    ContactWish.objects.bulk_create(ContactWish(person=one) for one in people)
    Passage.objects.bulk_create(
        Passage(person=one, heard_by=by, prompt="brought", words="The letters.")
        for one in people
    )
    Holding.objects.bulk_create(
        Holding(person=one, team=team, worker=by, from_at=now, begun_by=by)
        for one in people
    )
    return people


def crowd_one_partner(town: Town, many: int) -> User:
    """One partner more, with so many open at once; whoever works there."""
    name = f"crowded-{secrets.token_hex(4)}"
    partner = Organisation.objects.create(
        site=town.site, name="Crowded", is_partner=True, email=f"{name}@example.org"
    )
    worker = _user(name)
    worker.save()
    Membership.objects.create(user=worker, role=Role.PARTNER_LEAD, organisation=partner)
    offer = Offer.objects.create(
        site=town.site, partner=partner, name="All of it", words="x", needs=["money"]
    )
    today, now = timezone.localdate(), timezone.now()
    until = today + timedelta(days=180)
    people = (town.people * (many // len(town.people) + 1))[:many]
    asked = Request.objects.bulk_create(
        [Request(person=one, words="x", need="money", made_by=town.welcomer)
         for one in people], batch_size=_AT_ONCE,
    )  # fmt: skip
    agreed = Agreement.objects.bulk_create(
        [Agreement(person=one, words="Yes", how="phone", asked_by=town.welcomer,
                   until_on=until) for one in people], batch_size=_AT_ONCE,
    )  # fmt: skip
    half = len(people) // 2
    Referral.objects.bulk_create(
        [
            Referral(
                request=request, person=request.person, team=town.team, offer=offer,
                partner=partner, agreement=agreement, sent_at=now, moved_at=now,
                sent_by=town.welcomer, moved_by=town.welcomer,
                state="sent" if n < half else "helping",
                worker=None if n < half else worker,
                answer_due_on=today + timedelta(days=n % 9),
            )
            for n, (request, agreement) in enumerate(zip(asked, agreed, strict=True))
        ],
        batch_size=_AT_ONCE,
    )  # fmt: skip
    return worker
