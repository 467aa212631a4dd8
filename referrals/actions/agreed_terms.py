"""What a person agreed to, as it was said: the same for every partner it goes to."""

from dataclasses import dataclass
from datetime import date

from welcome.models import MapVersion, Passage, User

from ..models import AfterHelp, Agreement, Referral


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
    agreement = Agreement.objects.create(
        person=referral.person,
        asked_by=by,
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
    agreement.passages.set(terms.passages)
    return agreement
