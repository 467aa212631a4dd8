"""DIALOG as it is read: a picture for each item, both means, and every filling-in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from ..models import Dialog, Person, TypedTotal
from ..models.dialogs import HELP, ITEMS, LIFE
from ..values import reliable_change
from ..values.scale_picture import Stones
from .bounded_counts import Cut
from .hope_history import day_in_words

#: So many columns in the table at first: the first time, and the latest.
AT_MOST = 6

_MEANS = {
    "Quality of life (mean of the first eight)": LIFE,
    "Satisfaction with help (mean of the last three)": HELP,
}
T = TypeVar("T")


@dataclass(frozen=True)
class Row:
    """One item, or one mean, over all fillings-in."""

    label: str
    numbers: list[float | None]
    change: reliable_change.Change | None
    stones: Stones | None = None
    #: Whether each time is in the table, not only the first and the latest.
    every: bool = False

    @property
    def told(self) -> str:
        if self.change is None:
            return "not answered yet"
        first, latest = _figure(self.change.first), _figure(self.change.latest)
        many = sum(number is not None for number in self.numbers) > 1
        return f"{first}, then {latest}" if many else f"{latest}, answered once"

    @property
    def cells(self) -> list[str]:
        """Without those between the first and the latest ones, unless asked for."""
        numbers = self.numbers if self.every else shortened(self.numbers)
        return ["–" if n is None else _figure(n) for n in numbers]

    @property
    def is_cut(self) -> bool:
        return len(self.cells) < len(self.numbers)


@dataclass(frozen=True)
class DialogSeen:
    dialogs: list[Dialog]
    items: list[Row]
    means: list[Row]
    every: bool = False

    @property
    def columns(self) -> list[Dialog]:
        return self.dialogs if self.every else shortened(self.dialogs)

    @property
    def cut(self) -> Cut:
        """How many of how many times are in the table."""
        columns, count = self.columns, len(self.dialogs)
        return Cut(columns, str(count), len(columns) < count)

    @property
    def summary(self) -> str:
        """“Reliably better: job situation. Reliably worse: none.”"""
        better = _listed(self.items, reliable_change.Kind.BETTER)
        worse = _listed(self.items, reliable_change.Kind.WORSE)
        return f"Reliably better: {better}. Reliably worse: {worse}."

    @property
    def since(self) -> str:
        return day_in_words(self.dialogs[0].filled_at)


def dialogs_of(person: Person, *, every: bool = False) -> DialogSeen:
    """Everything filled in that still counts, from the first on. One query.

    With `every`, its table has a column for each time.
    """
    rows = person.dialogs.current().in_order().select_related("by")
    dialogs = list(rows)
    return DialogSeen(
        dialogs,
        [_item(label, item, dialogs, every) for item, label in ITEMS.items()],
        [_mean(label, items, dialogs, every) for label, items in _MEANS.items()],
        every,
    )


def totals_of(person: Person, *, every: bool = False) -> list[Row]:
    """Typed totals, one row for each questionnaire that there is. One query."""
    typed = list(person.typed_totals.current())
    return [
        _total(scale, [one for one in typed if one.scale == scale], every)
        for scale in TypedTotal.Scale
        if any(one.scale == scale for one in typed)
    ]


def shortened(rows: Sequence[T]) -> list[T]:
    """The first and the latest ones."""
    if len(rows) <= AT_MOST:
        return list(rows)
    return [rows[0], *rows[1 - AT_MOST :]]


def _item(label: str, item: str, dialogs: Iterable[Dialog], every: bool) -> Row:
    numbers = [getattr(dialog, item) for dialog in dialogs]
    pair = reliable_change.between(numbers, reliable_change.DIALOG_ITEM)
    stones = Stones(1, 7, int(pair.first), int(pair.latest)) if pair else None
    return Row(label, numbers, pair, stones, every)


def _mean(
    label: str, items: Iterable[str], dialogs: Iterable[Dialog], every: bool
) -> Row:
    numbers = [
        reliable_change.mean([getattr(one, item) for item in items]) for one in dialogs
    ]
    change = reliable_change.between(numbers, None)
    return Row(label, numbers, change, every=every)


def _total(scale: TypedTotal.Scale, typed: list[TypedTotal], every: bool) -> Row:
    numbers: list[float | None] = [float(one.total) for one in typed]
    threshold = reliable_change.REQOL if scale == TypedTotal.Scale.REQOL else None
    change = reliable_change.between(numbers, threshold)
    return Row(scale.label, numbers, change, every=every)


def _figure(number: float) -> str:
    return f"{Decimal(str(number)).normalize():f}"


def _listed(rows: Iterable[Row], kind: reliable_change.Kind) -> str:
    labels = [r.label.lower() for r in rows if r.change and r.change.kind == kind]
    return ", ".join(labels) or "none"
