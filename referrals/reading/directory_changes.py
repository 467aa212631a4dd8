"""What a reading of another directory changed, in words for a page."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..models import DirectoryChange, DirectoryRound, Offer

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


#: So many names of missing services are shown: enough to see what is wrong.
NAMED = 50


@dataclass
class RoundShown:
    """A reading, and the services that a lead is asked about, by name."""

    of: DirectoryRound
    names: list[str] = field(default_factory=list)

    @property
    def unnamed(self) -> int:
        return len(self.of.missing) - len(self.names)


def with_names(rounds: Iterable[DirectoryRound]) -> list[RoundShown]:
    """One query for all of them, and only where one is waiting for an answer."""
    found = [RoundShown(one) for one in rounds]
    asked = [one for one in found if one.of.missing and not one.of.settled_at]
    keys = {key for one in asked for key in one.of.missing[:NAMED]}
    offers = Offer.objects.filter(pk__in=keys) if keys else Offer.objects.none()
    names = dict(offers.values_list("pk", "name"))
    for one in asked:
        shown_of_it = one.of.missing[:NAMED]
        one.names = sorted(names[key] for key in shown_of_it if key in names)
    return found


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
