"""A site with all that stands there before anybody comes: teams, partners, offers."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from referrals.models import Offer
from welcome.models import Organisation, Role, Site, Team, User

from ..lives.pen import Ground, Offering
from ..lives.phrases import Deck
from ..people.telephones import Telephones
from ..places import PLACES, Place, wait_at
from ..rows import Rows, new_id
from .partners import Partner, partners
from .partners_told import told
from .staff import AT_PARTNERS, PROFESSIONS, Hiring

#: In Edinburgh these partners have somebody who can sign in.
WITH_ACCOUNT = {"Harbour Money Advice": "partner", "Lantern Housing": "other-partner"}
_HOME = "edinburgh"


@dataclass
class TeamThere:
    team: Team
    people: list[User]
    deck: Deck = field(default_factory=Deck)
    #: For hopes alone, so that they change nothing of what else is said.
    hopes: Deck = field(default_factory=Deck)


@dataclass
class Town:
    place: Place
    site: Site
    rng: Random
    phones: Telephones
    teams: list[TeamThere] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    workers: dict[str, list[User]] = field(default_factory=dict)
    board: Organisation | None = None
    #: Where partners' own lines are dealt from, so that an inbox does not repeat.
    deck: Deck = field(default_factory=Deck)

    def ground(self, today: date) -> Ground:
        """What a life needs to know of it."""
        open_now = {
            n: Offering(offer.partner.name, frozenset(offer.needs))
            for n, offer in enumerate(self.offers)
            if offer.capacity != "paused"
        }
        return Ground(
            self.place.nation, open_now, lambda day: wait_at(self.place, day, today)
        )

    def partner(self, name: str) -> Organisation:
        return next(o.partner for o in self.offers if o.partner.name == name)


def settle(rows: Rows, place: Place, hiring: Hiring, today: date) -> Town:
    """Build one site."""
    rng, nth = hiring.rng, PLACES.index(place)
    phones = Telephones(rng, place.dial)
    site = rows.add(
        Site(
            id=new_id(rng),
            slug=place.slug,
            name=place.name,
            nation=place.nation,
            phone=f"{place.dial}{142 + nth}",
            phone_hours="Monday to Saturday, 9 to 6",
            drop_in=place.drop_in,
            safeguarding_phone=f"{place.dial}{192 + nth}",
            huddle_word=place.huddle,
            has_texts=True,
        )
    )
    town = Town(place, site, rng, phones)
    employers = _employers(hiring, site)
    for number, name in enumerate(place.teams):
        town.teams.append(_team(rows, town, hiring, employers, number, name))
    for number, partner in enumerate(partners(place.slug)):
        _partner(rows, town, hiring, partner, number, today)
    town.board = hiring.organisation(
        f"{place.name} Living Well Partnership", "Commissions the front door here", site
    )
    return town


def _employers(hiring: Hiring, site: Site) -> list[Organisation]:
    """Four employers, one team: nobody’s access follows who pays them."""
    kinds = {
        "Peer Collective": "Employs peer workers",
        "Lamp and Kettle": "A charity that employs support workers",
        "Community Health Trust": "Employs nurses, therapists and psychologists",
        "Council Social Work": "Employs social workers",
    }
    return [
        hiring.organisation(f"{site.name} {name}", what, site)
        for name, what in kinds.items()
    ]


def _team(
    rows: Rows,
    town: Town,
    hiring: Hiring,
    employers: list[Organisation],
    number: int,
    name: str,
) -> TeamThere:
    place = town.place
    nth = PLACES.index(place)
    address = name.lower().replace(" welcome team", "").replace(" & ", " ")
    team = rows.add(
        Team(
            id=new_id(town.rng),
            site=town.site,
            name=name,
            phone=f"{place.dial}{155 + 3 * nth + number}",
            duty_phone=f"{place.dial}{177 + 3 * nth + number}",
            email=f"{address.replace(' ', '-')}@example.org",
            postcode_districts=place.districts(name),
        )
    )
    is_home = place.slug == _HOME and number == 0
    is_other = place.slug == _HOME and number == 1
    people = []
    for profession, employer in PROFESSIONS:
        user = _listener(hiring, place, profession, employers[employer], is_home)
        role = Role.LEAD if profession == "social worker" else Role.WELCOMER
        if is_other and role == Role.LEAD:
            hiring.let_sign_in(user, "other-lead")
        people.append(hiring.member(user, role, team=team))
    return TeamThere(team, people)


def _listener(
    hiring: Hiring, place: Place, profession: str, employer: Organisation, home: bool
) -> User:
    accounts = {"peer worker": "welcomer", "social worker": "lead"}
    if home and profession in accounts:
        return hiring.sign_in(accounts[profession], employer)
    return hiring.colleague(place, profession, employer)


def _partner(
    rows: Rows, town: Town, hiring: Hiring, partner: Partner, number: int, today: date
) -> None:
    rng, place = town.rng, town.place
    address = "".join(c for c in partner.name.lower() if c.isalpha() or c == " ")
    row = rows.add(
        Organisation(
            id=new_id(rng),
            site=town.site,
            name=partner.name,
            what_it_is=partner.what_it_is,
            phone=f"{place.dial}{100 + 6 * PLACES.index(place) + number}",
            email=f"{address.replace(' ', '-')}@example.org",
            is_partner=True,
        )
    )
    town.workers[partner.name] = _workers(hiring, place, row)
    for offered in partner.offers:
        town.offers.append(
            rows.add(
                Offer(
                    id=new_id(rng),
                    site=town.site,
                    partner=row,
                    name=offered.name,
                    words=offered.words,
                    needs=list(offered.needs),
                    ages_from=16 if offered.name == "First keys" else 18,
                    where=offered.where,
                    access=offered.access,
                    **told(offered),
                    capacity=offered.room,
                    wait_weeks=offered.weeks,
                    paused_until=today + timedelta(days=68)
                    if offered.room == "paused"
                    else None,
                )
            )
        )


def _workers(hiring: Hiring, place: Place, partner: Organisation) -> list[User]:
    """Somebody who leads, and two or three more. In Edinburgh two can sign in."""
    account = WITH_ACCOUNT.get(partner.name) if place.slug == _HOME else None
    count = hiring.rng.randint(3, 4)
    people = [
        hiring.colleague(place, hiring.rng.choice(AT_PARTNERS), partner)
        for _ in range(count)
    ]
    hiring.member(people[0], Role.PARTNER_LEAD, organisation=partner)
    for user in people[1:]:
        hiring.member(user, Role.PARTNER, organisation=partner)
    if account:
        user = hiring.sign_in(account, partner)
        hiring.member(user, Role.PARTNER, organisation=partner)
        hiring.member(user, Role.PARTNER_LEAD, organisation=partner)
        people.insert(0, user)
    return people
