"""What may be seen of all the tables on one page, looked at together."""

from dataclasses import dataclass

from .breakdowns import IN_NUMERATOR, OUTSIDE, OWN
from .disclosure import Cell, protect, safe_average, safe_count, safe_percentage
from .ledger import Tally
from .measures import Kind, Measure

#: The periods on the chart, as a table beside the tables by group.
PERIODS = ""
#: By table, then by group.
Tables = dict[str, dict[str, Tally]]


@dataclass(frozen=True)
class Seen:
    """One row as it may be shown: None is “*”."""

    people: int | None
    value: int | None


HIDDEN = Seen(None, None)


def guard(measure: Measure, tables: Tables) -> dict[str, dict[str, Seen]]:
    """Every row of every table, rounded, and hidden where it gives someone away.

    All tables must split the same whole. Counts and numerators are guarded apart,
    and a share is shown only where both may be.
    """
    counted = _without_outsiders(measure, tables)
    whole = _may_be_seen(counted, "denominator")
    part = _may_be_seen(_with_numerators(measure, counted), "numerator")
    return {
        table: {
            group: _seen(
                measure,
                table,
                tally,
                whole.get((table, group), True),
                part.get((table, group), _stands_alone(measure, table)),
            )
            for group, tally in rows.items()
        }
        for table, rows in tables.items()
    }


def alone(measure: Measure, tally: Tally) -> Seen:
    """A row with no other table to subtract it from."""
    return guard(measure, {PERIODS: {"": tally}})[PERIODS][""]


def _seen(measure: Measure, table: str, tally: Tally, whole: bool, part: bool) -> Seen:
    if not whole or (table == OWN and not part):
        return HIDDEN
    people = safe_count(tally.denominator)
    if table == OWN or measure.kind in (Kind.COUNT, Kind.SNAPSHOT):
        return Seen(people, people)
    if measure.kind is Kind.AVERAGE:
        return Seen(people, safe_average(tally.total, tally.denominator))
    share = safe_percentage(tally.numerator, tally.denominator)
    return Seen(people, share if part else None)


def _stands_alone(measure: Measure, table: str) -> bool:
    """A row without a numerator of its own: in an own split, or not a share at all."""
    return table == OWN or measure.kind is not Kind.SHARE


def _may_be_seen(tables: Tables, count: str) -> dict[tuple[str, str], bool]:
    cells: list[list[Cell]] = protect(
        [[getattr(tally, count) for tally in rows.values()] for rows in tables.values()]
    )
    return {
        (table, group): cell.is_shown
        for (table, groups), row in zip(tables.items(), cells, strict=True)
        for group, cell in zip(groups, row, strict=True)
    }


def _without_outsiders(measure: Measure, tables: Tables) -> Tables:
    outside = OUTSIDE.get(measure.slug, set())
    return {
        table: {g: t for g, t in rows.items() if not (table == OWN and g in outside)}
        for table, rows in tables.items()
    }


def _with_numerators(measure: Measure, tables: Tables) -> Tables:
    """Of the own split, only the groups that make the numerator."""
    if measure.kind is not Kind.SHARE:
        return {}
    inside = IN_NUMERATOR.get(measure.slug, set())
    return {
        table: {g: t for g, t in rows.items() if table != OWN or g in inside}
        for table, rows in tables.items()
        if table != OWN or inside
    }
