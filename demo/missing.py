"""What nobody offered, and what was opened in an emergency: beside the lives."""

from datetime import date, datetime, time, timedelta
from random import Random

from django.utils import timezone

from referrals.actions import gaps as gap_rows
from welcome.actions.emergency_rows import opened, unsaved_emergency
from welcome.audit.looks import unsaved_look
from welcome.models import Conversation, Emergency, Look, Person, User

from .lives.hours import at_work, day_of, moment
from .rows import Rows, new_id
from .towns.towns import Town

#: One in so many was looked for, and nobody fitted.
_ONE_IN = 11
_WORDS = {
    "housing": "Eleven months for a first visit, and he is on a settee now.",
    "trauma": "Nothing here for somebody who was harmed by a service.",
    "talking": "The list is closed until the spring.",
    "medicine": "No psychiatrist at this place since the summer.",
    "new_here": "Nobody who speaks Tigrinya, and no interpreter on a Tuesday.",
    "company": "Two buses each way, and the last one back goes at five.",
    "alcohol_drugs": "They take nobody who still drinks, and that is the trouble.",
}


def gaps(rows: Rows, town: Town, today: date) -> None:
    """Some needs that no offer met; half of them were met in the end."""
    rng = Random(f"{town.place.slug} gaps")
    heard = [c for c in rows.of[Conversation] if c.person.site_id == town.site.pk]
    for conversation in [c for c in heard if c.is_first and c.finished_at]:
        if rng.randrange(_ONE_IN):
            continue
        assert conversation.finished_at is not None
        day = day_of(conversation.finished_at) + timedelta(days=rng.randint(2, 12))
        if day < today:
            at = at_work(rng, day, town.place.nation)
            _gap(rows, rng, conversation, at, moment(today))


def _gap(
    rows: Rows, rng: Random, conversation: Conversation, at: datetime, now: datetime
) -> None:
    need, by, person = (
        rng.choice(list(_WORDS)),
        conversation.listener,
        conversation.person,
    )
    found = at + timedelta(days=rng.randint(9, 90))
    closed = found if rng.random() < 0.5 and found < now else None
    row = gap_rows.unsaved_gap(person, need, _WORDS[need], by=by, at=at)
    gap = rows.add_as(new_id(rng), row)
    rows.add(gap_rows.noted(gap))
    if closed:
        rows.add(gap_rows.closed(gap, by=by, at=closed))


def emergencies(rows: Rows, town: Town, today: date, flora: User) -> None:
    """Two of the home team's people: one looked at long ago, one from yesterday."""
    rng, (home, other, *_) = Random("emergencies"), town.teams
    people = [p for p in rows.of[Person] if p.team_id == home.team.pk and p.is_open]
    one, two = rng.sample(people, 2)
    night = "She rang us from the bridge, and their line was not answered."
    long_ago = _opened(
        rows, rng, one, other.people[0], today - timedelta(days=24), night
    )
    long_ago.told_at = long_ago.opened_at + timedelta(days=1)
    long_ago.told_by = home.people[0]
    long_ago.reviewed_at = long_ago.opened_at + timedelta(days=1, hours=3)
    long_ago.reviewed_by, long_ago.verdict = flora, Emergency.Verdict.RIGHT
    long_ago.review = "Right, and short. We have asked that the night line is answered."
    words = "In our drop-in, not well, and would not say a word. We had to know."
    _opened(rows, rng, two, other.people[1], today - timedelta(days=1), words)


def _opened(
    rows: Rows, rng: Random, person: Person, by: User, day: date, words: str
) -> Emergency:
    at = timezone.make_aware(datetime.combine(day, time(20, 40)))
    why = Emergency.Why.LIFE
    row = unsaved_emergency(person, by=by, at=at, why=why, words=words)
    emergency = rows.add_as(new_id(rng), row)
    rows.add(opened(emergency))
    rows.add(
        unsaved_look(
            person.pk, by=by, why=Look.Why.EMERGENCY, about=emergency, at=at,
            reason=emergency.get_why_display(),
        )
    )  # fmt: skip
    return emergency
