"""The true counts of one measure at one place, as the rollups have them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Sum

from ..models import MonthCount
from .measures import Kind, Measure
from .periods import Span
from .places import Place


@dataclass(frozen=True)
class Tally:
    numerator: int = 0
    denominator: int = 0
    total: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.numerator + other.numerator,
            self.denominator + other.denominator,
            self.total + other.total,
        )

    def value(self, kind: Kind) -> float | None:
        """The true number; None where it is a share or an average of no one."""
        match kind:
            case Kind.SHARE | Kind.AVERAGE if not self.denominator:
                return None
            case Kind.SHARE:
                return 100 * self.numerator / self.denominator
            case Kind.AVERAGE:
                return self.total / self.denominator
            case _:
                return self.denominator


NOTHING = Tally()


@dataclass
class Ledger:
    """By breakdown and group, then by month. ("", "") is the whole."""

    entries: dict[tuple[str, str], dict[date, Tally]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def over(
        self, span: Span, measure: Measure, breakdown: str = "", group: str = ""
    ) -> Tally:
        """What it came to in that time; of a snapshot, how it stood at the end."""
        months = self.entries.get((breakdown, group), {})
        if measure.kind is Kind.SNAPSHOT:
            return months.get(span.last, NOTHING)
        return sum((months.get(month, NOTHING) for month in span.months), NOTHING)

    @property
    def first(self) -> date | None:
        """The first month in which there was anything."""
        months = self.entries.get(("", ""), {})
        return min((m for m, one in months.items() if one.denominator), default=None)

    @property
    def newest(self) -> Tally:
        """The latest month that was counted, even if it is not over."""
        months = self.entries.get(("", ""), {})
        return months[max(months)] if months else NOTHING


def read(place: Place, measures: Iterable[Measure]) -> dict[str, Ledger]:
    """The ledgers of these measures, in one query."""
    ledgers = {measure.slug: Ledger() for measure in measures}
    rows = (
        MonthCount.objects.filter(site__in=place.site_ids, measure__in=list(ledgers))
        .values_list("measure", "breakdown", "group", "month")
        .annotate(Sum("numerator"), Sum("denominator"), Sum("total"))
    )
    for measure, breakdown, group, month, *sums in rows:
        ledgers[measure].entries[breakdown, group][month] = Tally(*map(int, sums))
    return ledgers
