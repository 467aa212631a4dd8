"""What a person agreed to share, in their words, and until when."""

from datetime import date, datetime
from typing import Required, TypedDict

from django.utils import timezone

from welcome.models import Event, MapVersion, Passage, Person, User

from ..models import AfterHelp, Agreement, Referral
from ..payloads import AgreementGiven
from .referral_events import referral_event


class PartsAgreed(TypedDict, total=False):
    """Which parts of the story one partner may read."""

    passages: Required[list[Passage]]
    map: MapVersion | None
    shares_hopes: bool
    shares_helpers: bool


class AgreedTerms(PartsAgreed, total=False):
    """Which parts, in what words, until when, and what happens after."""

    words: Required[str]
    how: Required[str]
    until_on: Required[date]
    may_go_on: bool
    after_help: str


def written_down(referral: Referral, terms: AgreedTerms, *, by: User) -> Agreement:
    """One agreement for this referral. Call inside the transaction that sends it."""
    agreement = unsaved_agreement(referral.person, terms, by=by, at=timezone.now())
    agreement.save(force_insert=True)
    agreement.passages.set(terms["passages"])
    return agreement


def unsaved_agreement(
    person: Person, terms: AgreedTerms, *, by: User, at: datetime
) -> Agreement:
    """The row, still to be given its passages."""
    columns = {name: said for name, said in terms.items() if name != "passages"}
    return Agreement(
        person=person,
        asked_by=by,
        asked_at=at,
        shares_map=bool(terms.get("map")),
        **{"after_help": AfterHelp.ENDS} | columns,
    )


def given(referral: Referral, passages: int, *, by: User, at: datetime) -> Event:
    """That the person agreed, and to how many passages."""
    codes = AgreementGiven(passages=passages)
    return referral_event("agreement.given", referral, by=by, at=at, detail=codes)
