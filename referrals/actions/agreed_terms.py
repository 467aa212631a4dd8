"""What a person agreed to share, in their words, and until when."""

from datetime import date, datetime
from typing import Required, TypedDict

from django.utils import timezone

from welcome.models import Attachment, Event, MapVersion, Passage, Person, User
from welcome.refusals import Refused

from ..models import AfterHelp, Agreement, Referral
from ..payloads import AgreementGiven
from .referral_events import referral_event


class PartsAgreed(TypedDict, total=False):
    """Which parts of the story one partner may read."""

    passages: Required[list[Passage]]
    map: MapVersion | None
    attachments: list[Attachment]
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
    agreement.attachments.set(terms.get("attachments", []))
    return agreement


def refuse_files(person: Person, files: list[Attachment]) -> None:
    """Refuse a file that was removed meanwhile, or is not this person's."""
    keys = {file.pk for file in files}
    theirs = Attachment.objects.to_open().filter(person=person, pk__in=keys)
    if theirs.count() != len(keys):
        raise Refused(
            "One of these files can’t be shared any more. Look at them again."
        )


def unsaved_agreement(
    person: Person, terms: AgreedTerms, *, by: User, at: datetime
) -> Agreement:
    """The row, still to be given its passages and files."""
    beside = ("passages", "attachments")
    columns = {name: said for name, said in terms.items() if name not in beside}
    return Agreement(
        person=person,
        asked_by=by,
        asked_at=at,
        shares_map=bool(terms.get("map")),
        **{"after_help": AfterHelp.ENDS} | columns,
    )


def given(
    referral: Referral, passages: int, *, by: User, at: datetime, files: int = 0
) -> Event:
    """That the person agreed, and to how many passages and files."""
    codes = AgreementGiven(passages=passages)
    if files:
        codes["files"] = files
    return referral_event("agreement.given", referral, by=by, at=at, detail=codes)
