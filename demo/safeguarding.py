"""Safeguarding concerns in Edinburgh: open, overdue and shared, and closed."""

from datetime import date, datetime, timedelta
from random import Random

from referrals.models import Referral
from referrals.models.referral_states import WITH_PARTNER
from welcome.actions.safeguarding_rows import (
    noted,
    raised,
    shared,
    unsaved_concern,
    unsaved_note,
    unsaved_share,
)
from welcome.models import (
    Organisation,
    Person,
    SafeguardingConcern,
    SafeguardingNote,
    Team,
    User,
)

from .lives.hours import at_work, working_days_before
from .rows import Rows, new_id
from .towns.towns import Town

#: Where `partner@example.org` works.
HARBOUR = "Harbour Money Advice"
_Outcome = SafeguardingConcern.Outcome


def concerns(rows: Rows, town: Town, today: date, sheila: User) -> None:
    """Of people whom a partner helps, Harbour's first; and of one of the first team."""
    rng, home = Random("safeguarding"), town.teams[0]
    helped = [
        r
        for r in rows.of[Referral]
        if r.person.site_id == town.site.pk and r.state in WITH_PARTNER
    ]
    helped.sort(key=lambda r: (r.partner.name != HARBOUR, r.team_id != home.team.pk))
    one, two, *_ = helped
    _overdue(rows, rng, one, today, sheila)
    _from_a_partner(rows, rng, two, today)
    people = [p for p in rows.of[Person] if p.team_id == home.team.pk and p.is_open]
    _closed(rows, rng, rng.choice(people), home.people[1], today, sheila)


def _overdue(
    rows: Rows, rng: Random, referral: Referral, today: date, sheila: User
) -> None:
    """The visiting partner has to know who may open the door."""
    by = referral.sent_by
    assert by is not None
    words = (
        "He says the man upstairs keeps his bank card and gives him ten pounds on a "
        "Friday. He asked me not to ring the police."
    )
    at = _at(rng, today, 9)
    place = referral.person.team
    concern = _raised(rows, rng, referral.person, place, by, at, "adult", words)
    concern.council_reference, concern.review_on = "ASP-20417", today - timedelta(2)
    update = "The council has opened an enquiry. They visit together next week."
    _noted(rows, rng, concern, sheila, _at(rng, today, 7), update)
    reason = "Their worker visits him at home, and the man upstairs may open the door."
    share = unsaved_share(
        concern, referral.partner, by=sheila, at=_at(rng, today, 6), reason=reason
    )
    rows.add_as(new_id(rng), share)
    rows.add(shared(share))


def _from_a_partner(rows: Rows, rng: Random, referral: Referral, today: date) -> None:
    by = referral.worker
    assert by is not None
    words = "Her girl of nine opened the door at two in the afternoon, alone, no lunch."
    at = _at(rng, today, 2)
    person, partner = referral.person, referral.partner
    _raised(rows, rng, person, partner, by, at, "child", words)


def _closed(
    rows: Rows, rng: Random, person: Person, by: User, today: date, sheila: User
) -> None:
    words = "She came with a bruise under her eye, and looked at the door all the time."
    at = _at(rng, today, 41)
    concern = _raised(rows, rng, person, person.team, by, at, "adult", words)
    concern.closed_at, concern.closed_by = _at(rng, today, 20), sheila
    concern.outcome, concern.review_on = _Outcome.SUPPORT, None
    said = "She lives with her sister now, and has someone at Women’s Aid."
    _noted(rows, rng, concern, sheila, concern.closed_at, said, _Outcome.SUPPORT)


def _raised(
    rows: Rows,
    rng: Random,
    person: Person,
    place: Team | Organisation,
    by: User,
    at: datetime,
    kind: str,
    words: str,
) -> SafeguardingConcern:
    concern = rows.add(
        unsaved_concern(
            person, pk=new_id(rng), by=by, at=at, place=place, kind=kind,
            seen_or_said=words, who_was_told="The council’s line, the same afternoon.",
            review_on=at.date() + timedelta(days=7),
        )
    )  # fmt: skip
    rows.add(raised(concern))
    return concern


def _noted(
    rows: Rows, rng: Random, concern: SafeguardingConcern, by: User, at: datetime,
    words: str, outcome: str = "",
) -> None:  # fmt: skip
    kinds = SafeguardingNote.Kind
    note = rows.add(
        unsaved_note(
            concern, pk=new_id(rng), by=by, at=at, words=words, outcome=outcome,
            kind=kinds.CLOSED if outcome else kinds.UPDATE,
        )
    )  # fmt: skip
    rows.add(noted(note))


def _at(rng: Random, today: date, days: int) -> datetime:
    """In office hours, so many working days ago."""
    return at_work(rng, working_days_before(today, days, "scotland"), "scotland")
