"""One box that finds somebody: by any name, reference, number, phone or birthday."""

import re

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q
from django.utils import timezone

from . import birthdays, identifiers, phones
from .models import Person
from .models.people import PersonQuerySet

#: As many as one can take in at a glance; more words find fewer.
AT_MOST = 20


def by_words(people: PersonQuerySet, words: str) -> list[Person]:
    """At most twenty, the nearest first."""
    exact = _exactly(words)
    if exact:
        found = list(people.filter(exact).distinct()[:AT_MOST])
        if found:
            return found
    name = words.lower()
    near = people.filter(Q(names__trigram_word_similar=name) | Q(names__contains=name))
    near = near.annotate(near=TrigramWordSimilarity(name, "names"))
    return list(near.order_by("-near", "known_as", "pk")[:AT_MOST])


def _exactly(words: str) -> Q | None:
    """What the words can only mean, if they are no name."""
    figures = identifiers.tidy(words)
    if re.fullmatch(r"LW-?[A-Z0-9]{4}-?[A-Z0-9]{4}", words.upper()):
        bare = words.upper().replace("-", "")
        return Q(reference=f"LW-{bare[2:6]}-{bare[6:]}")
    if re.fullmatch(r"\d{10}", figures):
        return Q(identifiers__value=figures)
    if phones.is_phone(words):
        return Q(contact_wish__phone_digits=phones.digits(words))
    return _birthday(words)


def _birthday(words: str) -> Q | None:
    try:
        day, year = birthdays.understand(words, timezone.localdate())
    except ValueError:
        return None
    return Q(born_on=day) if day else Q(born_year=year) | Q(born_on__year=year)
