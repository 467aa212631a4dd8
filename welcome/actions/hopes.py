"""A hope is named, rated and rated again, and one day laid down."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from ..audit import trail
from ..locking import locked
from ..models import Hope, Person, Rating, User, Voice
from ..once import find
from ..refusals import Refused
from .hope_rows import laid_down, named, rated, unsaved_hope, unsaved_rating
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
    said = {"person": person, "words": words.strip()}
    before, key = find(Hope, once, said | {"laid_down_at": None})
    if before:
        return before
    hope = unsaved_hope(person, words, pk=key, by=by, at=timezone.now())
    hope.save(force_insert=True)
    event = trail.write(named(hope))
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
        raise Refused("This hope is closed. Add it again if it matters again.")
    slip = hope.ratings.current().last() if is_slip else None
    rating = unsaved_rating(
        hope,
        score,
        words,
        pk=key,
        by=by,
        at=timezone.now(),
        voice=voice,
        replaces=slip,
    )
    rating.save(force_insert=True)
    _happened(rating)
    return rating


@transaction.atomic
def lay_down(hope: Hope, *, by: User, why: str) -> Hope:
    """It came true, or is not what matters now. It stays readable."""
    hope = _locked(hope)
    if not hope.is_open:
        return hope  # once is enough
    event = laid_down(hope, by=by, at=timezone.now(), why=why)
    hope.save(update_fields=["laid_down_at", "laid_down_by", "laid_down_why"])
    trail.write(event)
    if by.is_the_person:
        tell_their_team(event, hope.person)
    return hope


def _happened(rating: Rating) -> None:
    """Write it down with the numbers of all their hopes, as they count now."""
    person = rating.hope.person
    scores: dict[UUID, list[int]] = {}
    rows = Rating.objects.current().filter(hope__person=person)
    for of, score in rows.values_list("hope_id", "score"):
        scores.setdefault(of, []).append(score)
    event = trail.write(rated(rating, scores))
    if rating.by.is_the_person and rating.words:
        tell_their_team(event, person)


def _locked(hope: Hope) -> Hope:
    return locked(Hope.objects.select_related("person__team"), hope.pk)
