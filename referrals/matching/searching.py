"""Looking among the offers of a place: by words, need, area, age, access, language."""

from dataclasses import asdict, dataclass, replace
from typing import Any, TypedDict
from urllib.parse import urlencode

from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Q
from django.db.models.functions import Greatest

from welcome.models import Adjustment, Need, Site, Team
from welcome.values.numbers_from_outside import whole_number
from welcome.values.text_cleaning import clean

from ..models import Offer
from ..models.offers import OfferQuerySet

#: A word with one letter wrong is still this much alike.
_ALIKE = 0.45
_OLDEST = 120


@dataclass
class Search:
    """What is looked for. What is not understood finds everything."""

    q: str = ""
    about: str = ""
    near: str = ""
    access: str = ""
    speaks: str = ""
    age: int | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether someone looks for something of their own."""
        return bool(self.q or self.near or self.access or self.speaks or self.age)

    def anywhere(self) -> "Search":
        return replace(self, near="")

    def without_area(self) -> str:
        """What is looked for, as it stands in an address; without the area."""
        said = {k: v for k, v in asdict(self.anywhere()).items() if v}
        return urlencode(said)

    def among(self, offers: OfferQuerySet) -> OfferQuerySet:
        """Those of which all of it is true, one condition after the other."""
        offers = offers.for_need(self.about)
        if self.near:
            offers = offers.filter(Q(districts=[]) | Q(districts__contains=[self.near]))
        if self.access:
            offers = offers.filter(meets__contains=[self.access])
        if self.speaks:
            spoken = Q(languages__contains=[self.speaks])
            offers = offers.filter(spoken | Q(meets__contains=["interpreter"]))
        if self.age is not None:
            young = Q(ages_to=None) | Q(ages_to__gte=self.age)
            offers = offers.filter(young, ages_from__lte=self.age)
        return _with_words(offers, self.q) if self.q else offers


def searched(said: Any) -> Search:
    """What a form or an address asks for; what no one could mean is left out."""
    return Search(
        q=_plain(said.get("q", ""))[:80],
        about=_one_of(Need.values, said.get("about", "")),
        near=_plain(said.get("near", ""))[:5].upper(),
        access=_one_of(Adjustment.values, said.get("access", "")),
        speaks=_plain(said.get("speaks", ""))[:40],
        age=whole_number(said.get("age", ""), most=_OLDEST),
    )


class Choices(TypedDict):
    """What can be chosen: each code with its words, districts and languages alone."""

    needs: list[tuple[str, str]]
    areas: list[str]
    accesses: list[tuple[str, str]]
    languages: list[str]


def offered_choices(site: Site) -> Choices:
    """What can be chosen in the search of this place. Two queries."""
    teams = Team.objects.filter(site=site).values_list("postcode_districts", flat=True)
    here = Offer.objects.filter(site=site).exclude(languages=[]).order_by()
    spoken = here.values_list("languages", flat=True).distinct()[:200]
    return {
        "needs": Need.choices,
        "areas": sorted({area for areas in teams for area in areas}, key=_by_number),
        "accesses": Adjustment.choices,
        "languages": sorted({one for languages in spoken for one in languages}),
    }


def _with_words(offers: OfferQuerySet, words: str) -> OfferQuerySet:
    """In the name, in what is said of it, or in the partner’s name; or nearly so."""
    columns = ("name", "words", "partner__name")
    says = Q()
    for column in columns:
        says |= Q(**{f"{column}__icontains": words})
    nearly = Greatest(*(TrigramWordSimilarity(words, column) for column in columns))
    return offers.annotate(nearly=nearly).filter(says | Q(nearly__gte=_ALIKE))


def _plain(text: str) -> str:
    return clean(text).strip()


def _one_of(known: list[str], said: str) -> str:
    return said if said in known else ""


def _by_number(area: str) -> tuple[str, int]:
    """EH3 before EH12."""
    letters = area.rstrip("0123456789")
    figures = area[len(letters) :]
    return letters, whole_number(figures) or 0
