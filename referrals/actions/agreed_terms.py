"""What a person agreed to, as it was said: the same for every partner it goes to."""

from datetime import date
from typing import Required, TypedDict

from welcome.models import MapVersion, Passage, User

from ..models import AfterHelp, Agreement, Referral


class AgreedTerms(TypedDict, total=False):
    """Which passages, in what words, until when, and what else may be read."""

    passages: Required[list[Passage]]
    words: Required[str]
    how: Required[str]
    until_on: Required[date]
    map: MapVersion | None
    shares_hopes: bool
    shares_helpers: bool
    may_go_on: bool
    after_help: str


def written_down(referral: Referral, terms: AgreedTerms, *, by: User) -> Agreement:
    """One agreement for this referral. Call inside the transaction that sends it."""
    columns = {name: said for name, said in terms.items() if name != "passages"}
    agreement = Agreement.objects.create(
        person=referral.person,
        asked_by=by,
        shares_map=bool(terms.get("map")),
        **{"after_help": AfterHelp.ENDS} | columns,
    )
    agreement.passages.set(terms["passages"])
    return agreement
