"""Holding what would be published against how its contributor asked to be named."""

import re
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.text import get_text_list, slugify

from welcome.audit import trail
from welcome.models import User
from welcome.refusals import Refused

from ..deidentifying.known_names import find_names
from ..deidentifying.names_allowed import Names, Naming, names_for
from ..models import Consent, Contributor, Narrative
from .moves import fresh, live_consent, lock, site_of, tell_editors
from .writing import free_slug, slug_of

#: What people can read of a story, as a sentence says it. Its address is set right by
#: `address_without_names`.
_PLACES = {
    "title": "the title",
    "place": "the place",
    "content_note": "the note before it",
    "pull_quote": "the sentence set large",
    "text": "the story",
}
_BOOK = {
    "title": "the title of the storybook",
    "words": "the words about the storybook",
}
_AROUND = 40


@dataclass(frozen=True)
class Left:
    """A name that is still there: where, and the words around it."""

    name: str
    place: str
    before: str
    after: str


class NameLeftIn(Refused):
    """A name that its contributor asked to leave out is still in it."""

    def __init__(self, why: str, left: list[Left]) -> None:
        super().__init__(why)
        self.left = left


def names_of(narrative: Narrative, naming: Naming) -> Names:
    """What to look for in this story. We know their names from their own rows only."""
    contributor = narrative.contributor
    person = contributor.person
    own = [contributor.name]
    own += [person.known_as, person.formal_name] if person else []
    theirs = {"narrative__contributor": contributor, "named": Contributor.Named.CHOSEN}
    chosen = set(Consent.objects.filter(**theirs).values_list("shown_as", flat=True))
    asked = contributor.narratives.filter(asked_named=Contributor.Named.CHOSEN)
    chosen |= set(asked.values_list("asked_shown_as", flat=True))
    if contributor.named != Contributor.Named.NOBODY:
        chosen.add(contributor.shown_as)
    return names_for(naming, own=own, chosen=chosen)


def naming_of(narrative: Narrative) -> Naming:
    """How they last asked to be named in it: with a yes, in vain, or at the start."""
    if consent := live_consent(narrative):
        return Naming(consent.named, consent.shown_as)
    if narrative.asked_named:
        return Naming(narrative.asked_named, narrative.asked_shown_as)
    return Naming(narrative.contributor.named, narrative.contributor.shown_as)


def names_left_in(narrative: Narrative, naming: Naming) -> list[Left]:
    """Every name that must not be read, wherever a reader would meet it."""
    names = names_of(narrative, naming)
    book = narrative.storybook
    shown = [(place, getattr(narrative, name)) for name, place in _PLACES.items()]
    shown += [(place, getattr(book, name)) for name, place in _BOOK.items()]
    shown += [
        ("the name above it", naming.shown_as),
        ("the web address of the storybook", book.slug),
        ("the web address of the story", narrative.slug),
    ]
    return [left for place, words in shown for left in _left(place, words, names)]


def names_known_to_be_left_in(narrative: Narrative) -> list[Left]:
    """As `names_left_in`, where we know that there are some; asks little otherwise."""
    if narrative.name_found_at is None:
        return []
    return names_left_in(narrative, naming_of(narrative))


def please_take_out(left: list[Left]) -> str:
    """What a contributor may want to ask their editor."""
    return f"Please take this out. {_where(left)}" if left else ""


def refuse_names_left_in(narrative: Narrative, naming: Naming) -> None:
    """For an editor: this cannot be published as it is."""
    if left := names_left_in(narrative, naming):
        raise NameLeftIn(
            f"{_where(left)} Its contributor asked for {_asked(naming)}. Change the "
            "words, and send it to them again.",
            left,
        )


def refuse_own_names_left_in(narrative: Narrative, naming: Naming) -> None:
    """For the contributor: what we found, and what they can do."""
    if left := names_left_in(narrative, naming):
        raise NameLeftIn(
            f"{_where(left)} You asked for {_asked(naming)}, so we have not published "
            "anything and not kept your yes. Choose another way to be named, or ask us "
            "below to take it out.",
            left,
        )


def address_without_names(narrative: Narrative, naming: Naming) -> str:
    """Its address; a new one where the old was made of a title with a name in it.

    An address has small letters only, so any word in an older one that is spelt like a
    name counts. Where it is of the title as it is now, the title itself is looked at.
    """
    if re.fullmatch(rf"{slug_of(narrative.title)}(-\d+)?", narrative.slug):
        return narrative.slug
    names = names_of(narrative, naming).left_out
    spelt = {slugify(name) for name in names} | names
    spelt |= {f"{name}s" for name in spelt}
    if spelt.isdisjoint(narrative.slug.split("-")):
        return narrative.slug
    return free_slug(narrative.title, but=narrative)


@transaction.atomic
def note_name_left_in(narrative: Narrative, *, by: User, naming: Naming) -> Narrative:
    """Keep how they asked to be named, so that the editors can take the name out."""
    narrative = lock(narrative)
    is_new = narrative.name_found_at is None
    narrative.asked_named, narrative.asked_shown_as = naming.named, naming.shown_as
    narrative.name_found_at = timezone.now()
    narrative.save(update_fields=["asked_named", "asked_shown_as", "name_found_at"])
    if is_new:
        event = trail.record(
            "narrative.name_found", about=narrative, by=by, site=site_of(narrative)
        )
        tell_editors(event, narrative, "narrative_name_found")
    return fresh(narrative)


def _left(place: str, words: str, names: Names) -> list[Left]:
    return [
        Left(
            name=words[one.start : one.end],
            place=place,
            before=words[max(0, one.start - _AROUND) : one.start],
            after=words[one.end : one.end + _AROUND],
        )
        for one in find_names(words, names.left_out, names.shown)
        if one.is_hard
    ]


def _where(left: list[Left]) -> str:
    names = list(dict.fromkeys(f"“{one.name}”" for one in left))
    places = list(dict.fromkeys(one.place for one in left))
    are = "are" if len(names) > 1 else "is"
    there = get_text_list(places, "and")
    return f"{get_text_list(names[:4], 'and')} {are} still in {there}."


def _asked(naming: Naming) -> str:
    return {
        "nobody": "no name at all",
        "first": "the first name only",
        "full": "the full name",
    }.get(naming.named, f"the name “{naming.shown_as}”")
