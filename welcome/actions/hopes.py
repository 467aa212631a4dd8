"""A hope is named, rated and rated again, and one day laid down."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ..audit import trail
from ..audit.payloads import HopeLaidDown, HopeRated
from ..locking import locked
from ..models import Hope, Person, Rating, User, Voice
from ..once import find, keep
from ..refusals import Refused
from .stories import tell_their_team


@transaction.atomic
def name_hope(person: Person, *, by: User, once: UUID, words: str) -> Hope:
    """A new hope, in the person's words. Pressed twice, it is still one.

    Other words from the same form are another hope: see `welcome.once`.
    """
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    same = person.hopes.open().filter(words=words.strip()).first()
    if same:
        return same
    said = {"person": person, "words": words.strip(), "laid_down_at": None}
    hope, is_new = keep(Hope, once, said, named_by=by)
    if not is_new:
        return hope
    event = trail.record(
        "hope.named", about=hope, by=by, person=person, team=person.team
    )
    if by.is_the_person:
        tell_their_team(event, person)
    return hope


@transaction.atomic
def rate_hope(
    hope: Hope,
    *,
    by: User,
    once: UUID,
    score: int,
    words: str = "",
    voice: str = Voice.PERSON,
    is_slip: bool = False,
) -> Rating:
    """How near it is today, from 0 to 10. Older ratings stay.

    With `is_slip` the latest one counts no more: a wrong stone was pressed.
    """
    hope = _locked(hope)
    said = {"hope": hope, "score": score, "words": words.strip(), "voice": voice}
    before, key = find(Rating, once, said)
    if before:  # the button was pressed twice
        return before
    if not hope.is_open:
        raise Refused("This hope was laid down. Name it again if it matters again.")
    rating = Rating.objects.create(
        pk=key,
        **said,
        by=by,
        replaces=hope.ratings.current().last() if is_slip else None,
    )
    _rated(hope, rating)
    return rating


@transaction.atomic
def lay_down(hope: Hope, *, by: User, why: str) -> Hope:
    """It came true, or is not what matters now. It stays readable."""
    hope = _locked(hope)
    if not hope.is_open:
        return hope  # once is enough
    hope.laid_down_at, hope.laid_down_by = timezone.now(), by
    hope.laid_down_why = Hope.Why(why)
    hope.save(update_fields=["laid_down_at", "laid_down_by", "laid_down_why"])
    person = hope.person
    event = trail.record(
        "hope.laid_down",
        about=hope,
        by=by,
        person=person,
        team=person.team,
        detail=HopeLaidDown(why=why),
    )
    if by.is_the_person:
        tell_their_team(event, person)
    return hope


def greatest_rise(pairs: dict[object, list[int]]) -> int | None:
    """Of all hopes rated twice or more, how far the one that moved best has come.

    >>> greatest_rise({"sleep": [2, 3], "letters": [1, 4, 6], "new": [9]})
    5
    >>> greatest_rise({"new": [9]}) is None
    True
    """
    rises = [scores[-1] - scores[0] for scores in pairs.values() if len(scores) > 1]
    return max(rises, default=None)


def _rated(hope: Hope, rating: Rating) -> None:
    """Write it down with the numbers that are counted later, and no words."""
    person = hope.person
    scores: dict[object, list[int]] = {}
    rows = Rating.objects.current().filter(hope__person=person)
    for of, score in rows.values_list("hope_id", "score"):
        scores.setdefault(of, []).append(score)
    own = scores[hope.pk]
    event = trail.record(
        "hope.rated",
        about=hope,
        by=rating.by,
        person=person,
        team=person.team,
        detail=HopeRated(
            first=own[0],
            now=own[-1],
            again=len(own) > 1,
            rise=greatest_rise(scores),
        ),
    )
    if rating.by.is_the_person and rating.words:
        tell_their_team(event, person)


def _locked(hope: Hope) -> Hope:
    return locked(Hope.objects.select_related("person__team"), hope.pk)
