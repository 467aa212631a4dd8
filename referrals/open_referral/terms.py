"""Our closed lists as taxonomies: needs, needs of access, and whom it is only for.

Ids are made from the codes, so that they are the same everywhere and for good.
"""

import re
from dataclasses import dataclass
from functools import cache
from uuid import UUID, uuid5

from django.db.models import TextChoices

from welcome.models import Adjustment, Need

from ..models import OnlyFor

#: From it every id is made: changing it would make every term a stranger.
ROOT = UUID("6f1d0a5e-9a43-5c59-8a59-0c6ed4f0b2d7")

#: Words by which other directories say a need. Only words that mean little else.
WORDS: dict[str, str] = {
    Need.MONEY: "money debt debts benefits financial",
    Need.HOUSING: "housing homeless homelessness tenancy accommodation",
    Need.COMPANY: "friendship befriending loneliness isolation",
    Need.PEER: "peer peers",
    Need.TALKING: "therapy therapies counselling psychotherapy",
    Need.GRIEF: "grief bereavement bereaved",
    Need.TRAUMA: "trauma abuse",
    Need.WORK: "employment employability jobs volunteering",
    Need.BODY: "sleep food nutrition",
    Need.ALCOHOL_DRUGS: "alcohol drugs addiction addictions",
    Need.FAMILY: "family families carers parenting",
    Need.MEDICINE: "medicines medication psychiatrist psychiatry",
    Need.RIGHTS: "rights advocacy",
    Need.NEW_HERE: "refugee refugees asylum migrants immigration",
}


@dataclass(frozen=True)
class Taxonomy:
    code: str
    name: str
    description: str
    choices: type[TextChoices]

    @property
    def id(self) -> UUID:
        return uuid5(ROOT, self.code)

    def term(self, code: str) -> "Term":
        return Term(self, code, str(self.choices(code).label))

    @property
    def terms(self) -> list["Term"]:
        return [self.term(code) for code in self.choices.values]

    def told(self) -> dict[str, object]:
        """As `/taxonomies` says it."""
        return {
            "id": str(self.id),
            "name": self.name,
            "description": self.description,
            "version": "1",
        }


@dataclass(frozen=True)
class Term:
    taxonomy: Taxonomy
    code: str
    name: str

    @property
    def id(self) -> UUID:
        return uuid5(self.taxonomy.id, self.code)

    def told(self) -> dict[str, object]:
        """As `/taxonomy_terms` says it.

        The UK profile calls its word `term`, the Human Services Data Specification
        `name`, and wants a `description`: all three stand there.
        """
        return {
            "id": str(self.id),
            "code": self.code,
            "name": self.name,
            "term": self.name,
            "description": f"{self.taxonomy.name}: {self.name}",
            "taxonomy": self.taxonomy.name,
            "taxonomy_id": str(self.taxonomy.id),
        }


NEEDS = Taxonomy(
    "need", "Living Well needs", "What people need, in everyday words.", Need
)
ACCESS = Taxonomy(
    "access",
    "Living Well access needs",
    "What people need in order to come, and whether it is there.",
    Adjustment,
)
ONLY_FOR = Taxonomy(
    "only_for", "Living Well, only for", "Who an offer is only for.", OnlyFor
)
TAXONOMIES = [NEEDS, ACCESS, ONLY_FOR]


@cache
def every_term() -> dict[UUID, Term]:
    return {term.id: term for one in TAXONOMIES for term in one.terms}


@cache
def every_taxonomy() -> dict[UUID, Taxonomy]:
    return {one.id: one for one in TAXONOMIES}


def needs_named(name: str) -> list[str]:
    """The needs that a term of another directory means, by its name.

    >>> needs_named("Debt and benefits advice"), needs_named("A safe home")
    (['money'], ['housing'])
    >>> needs_named("Weight loss")
    []
    """
    words = set(re.findall(r"\w+", name.casefold()))
    return [need.value for need in Need if _means(need, name, words)]


def _means(need: Need, name: str, words: set[str]) -> bool:
    whole = name.casefold().strip()
    if whole in (need.label.casefold(), need.value.replace("_", " ")):
        return True
    return bool(words & set(WORDS[need].split()))
