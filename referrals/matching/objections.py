"""To whom a person has said no, as the team and the person read it."""

from welcome.models import Person

from ..models import Objection
from ..models.turns import ObjectionQuerySet


def said_no_to(person: Person) -> ObjectionQuerySet:
    """Those that stand, also of records linked to theirs, by the partner's name."""
    rows = Objection.objects.filter(person__in=person.family).standing()
    return rows.select_related("partner", "said_to").order_by("partner__name", "pk")
