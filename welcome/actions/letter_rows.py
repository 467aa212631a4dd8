"""The rows of a letter, of a site's templates, and of what happened. Saves nothing."""

from datetime import datetime

from ..audit.event_rows import unsaved_event
from ..audit.record_payloads import LetterWritten
from ..models import Attachment, Event, Letter, LetterTemplate, Person, Site, User
from ..values.letter_words import READY_MADE

#: What the history says of a letter, by whom it is to.
_CODES = {"gp": "letter_to.gp", "person": "letter_to.person"}


def unsaved_templates(site: Site) -> list[LetterTemplate]:
    """The two letters that every site begins with."""
    return [
        LetterTemplate(site=site, to=made.to, name=made.name, words=made.words)
        for made in READY_MADE
    ]


def unsaved_letter(
    person: Person, *, by: User, at: datetime, to: str, addressee: str, words: str,
    agreed: str = "",
) -> Letter:  # fmt: skip
    """A draft."""
    return Letter(
        person=person,
        to=to,
        addressee=addressee,
        words=words,
        agreed=agreed,
        written_by=by,
        written_at=at,
    )


def became(letter: Letter, file: Attachment, *, by: User, at: datetime) -> Event:
    """Write into the draft's row that it is a file now, and say so. Saves nothing."""
    letter.attachment, letter.made_at, letter.words = file, at, ""
    return unsaved_event(
        _CODES[letter.to],
        at=at,
        about=letter,
        by=by,
        person=letter.person,
        team=letter.person.team,
        detail=LetterWritten(agreed=letter.agreed),
    )
