"""What a reading of another directory changed, in words for a page."""

from dataclasses import dataclass

from ..models import DirectoryChange

#: What each code of a change is called on *Our offers*.
_LABELS = {
    "name": "name", "words": "description", "stands": "whether it is offered",
    "email": "e-mail", "website": "website", "phone": "phone", "fees": "cost",
    "ages_from": "ages", "ages_to": "ages", "where": "place", "address": "address",
    "city": "town", "postcode": "postcode", "access": "access to the place",
    "by_phone_or_video": "by phone or video", "districts": "areas",
    "languages": "languages", "needs": "needs", "meets": "access needs",
    "cannot_meet": "access needs", "only_for": "who it is only for",
    "times": "opening times", "partner": "a new partner",
    "partner_name": "the partner’s name", "partner_website": "the partner’s website",
    "partner_what_it_is": "what the partner says of itself",
}  # fmt: skip
_TONES = {"new": "held", "changed": "new", "gone": "late", "refused": "soon"}


@dataclass(frozen=True)
class ChangeShown:
    change: DirectoryChange
    tone: str
    #: What of it is new: "opening times, website".
    parts: str


def shown(change: DirectoryChange) -> ChangeShown:
    """Of a new service everything is new, so nothing is named."""
    is_changed = change.kind == DirectoryChange.Kind.CHANGED
    return ChangeShown(
        change, _TONES[change.kind], in_words(change.fields) if is_changed else ""
    )


def in_words(fields: list[str]) -> str:
    """
    >>> in_words(["ages_from", "ages_to", "times"])
    'ages, opening times'
    """
    labels = [_LABELS.get(code, code.replace("_", " ")) for code in fields]
    return ", ".join(dict.fromkeys(labels))
