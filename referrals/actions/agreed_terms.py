"""What a person agreed to, as it was said: the same for every partner it goes to."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from welcome.models import Event, MapVersion, Passage, Person, User

from ..models import AfterHelp, Agreement, Referral
from ..payloads import AgreementGiven
from .referral_events import referral_event


@dataclass(frozen=True)
class AgreedTerms:
    """Which passages, in what words, until when, and what else may be read."""

    passages: list[Passage]
    words: str
    how: str
    until_on: date
    map: MapVersion | None = None
    shares_hopes: bool = False
    shares_helpers: bool = False
    may_go_on: bool = False
    after_help: str = AfterHelp.ENDS


def written_down(referral: Referral, terms: AgreedTerms, *, by: User) -> Agreement:
    """One agreement for this referral. Call inside the transaction that sends it."""
    agreement = unsaved_agreement(referral.person, terms, by=by, at=timezone.now())
    agreement.save(force_insert=True)
    agreement.passages.set(terms.passages)
    return agreement


def unsaved_agreement(
    person: Person, terms: AgreedTerms, *, by: User, at: datetime
) -> Agreement:
    """The row, still to be given its passages."""
    return Agreement(
        person=person,
        asked_by=by,
        asked_at=at,
        words=terms.words,
        how=terms.how,
        until_on=terms.until_on,
        map=terms.map,
        shares_map=bool(terms.map),
        shares_hopes=terms.shares_hopes,
        shares_helpers=terms.shares_helpers,
        may_go_on=terms.may_go_on,
        after_help=terms.after_help,
    )


def given(referral: Referral, passages: int, *, by: User, at: datetime) -> Event:
    """That the person agreed, and to how many passages."""
    codes = AgreementGiven(passages=passages)
    return referral_event("agreement.given", referral, by=by, at=at, detail=codes)
