"""Correcting the story: the old words stay readable, and no one speaks for another."""

from collections.abc import Mapping
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from ..audit import trail
from ..audit.payloads import AgreementChanged, PassageCorrected, PassageDisputed
from ..models import Passage, Person, User, Voice
from ..reading.versions import versions_of
from ..refusals import Refused
from .stories import tell_their_team


class CorrectedSince(Exception):
    """Someone corrected it meanwhile. Holds their version, to be seen."""

    def __init__(self, passage: Passage) -> None:
        self.passage = passage
        super().__init__(str(passage.pk))


@transaction.atomic
def correct(
    passage: Passage, *, by: User, words: str, read_back: bool, shared: bool = False
) -> Passage:
    """New words in place of these; both stay. Raises CorrectedSince where it is late.

    With `shared`, those who may read the old words by an open agreement read the
    new ones instead. Without it they go on reading what the person agreed to.
    """
    _locked(passage)
    newest = versions_of(passage)[0]
    if newest.words == words.strip():  # pressed twice, or nothing to correct
        return newest
    if newest.pk != passage.pk:
        raise CorrectedSince(newest)
    if by.is_the_person and passage.is_opinion:
        raise Refused("These are someone else’s words. Add your own view next to them.")
    new = _next_version(newest, by=by, words=words, read_back=read_back)
    readers = _exchange(newest, new, by=by) if shared else 0
    codes = PassageCorrected(prompt=new.prompt, voice=new.voice, readers=readers)
    _happened("passage.corrected", new, by=by, detail=codes)
    return new


@transaction.atomic
def dispute(passage: Passage, *, by: User, words: str) -> Passage:
    """The person sees it differently: their statement stands beside it from now on."""
    _locked(passage)
    if not passage.is_opinion:
        raise Refused("These are the person’s own words. Correct them instead.")
    same = passage.statements.filter(words=words.strip()).first()
    if same:  # the button was pressed twice
        return same
    statement = Passage.objects.create(
        person=passage.person,
        prompt=passage.prompt,
        words=words.strip(),
        voice=Voice.PERSON,
        heard_by=by,
        read_back_at=timezone.now(),
        beside=passage,
    )
    codes = PassageDisputed(prompt=passage.prompt)
    _happened("passage.disputed", statement, by=by, detail=codes)
    return statement


def readers_of(passage: Passage) -> list[str]:
    """The partners who read this passage now, in whichever version."""
    partners = _agreements(passage).values_list("referral__partner__name", flat=True)
    return sorted(set(filter(None, partners)))


def _agreements(passage: Passage) -> models.QuerySet[Any]:
    chain = [version.pk for version in versions_of(passage)]
    return passage.person.agreements.live().filter(passages__in=chain).distinct()


def _exchange(old: Passage, new: Passage, *, by: User) -> int:
    """The new words for the old, in every agreement that lives. Returns how many."""
    agreements = list(_agreements(old).select_related("referral__partner"))
    chain = versions_of(new)
    for agreement in agreements:
        was = agreement.passages.filter(pk__in=[version.pk for version in chain])
        codes = AgreementChanged(
            was=[str(version.pk) for version in was], now=str(new.pk)
        )
        agreement.passages.remove(*was)
        agreement.passages.add(new)
        trail.record(
            "agreement.changed",
            about=agreement,
            by=by,
            person=new.person,
            team=new.person.team,
            partner=agreement.referral.partner,
            detail=codes,
        )
    return len(agreements)


def _locked(passage: Passage) -> None:
    """One correction of this person’s story at a time."""
    Person.objects.select_for_update(of=("self",)).get(pk=passage.person_id)


def _next_version(old: Passage, *, by: User, words: str, read_back: bool) -> Passage:
    now = timezone.now()
    return Passage.objects.create(
        person=old.person,
        prompt=old.prompt,
        words=words.strip(),
        voice=old.voice,
        heard_by=old.heard_by,
        said_at=old.said_at,
        place=old.place,
        conversation=old.conversation,
        beside=old.beside,
        read_back_at=now if read_back else None,
        replaces=old,
        corrected_at=now,
        corrected_by=by,
    )


def _happened(
    what: str, passage: Passage, *, by: User, detail: Mapping[str, object] | None = None
) -> None:
    person = passage.person
    event = trail.record(
        what, about=passage, by=by, person=person, team=person.team, detail=detail
    )
    if by.is_the_person:
        tell_their_team(event, person)
