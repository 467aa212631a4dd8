"""DIALOG as it is read: a picture for each item, both means, and every filling-in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from ..models import Dialog, Person, TypedTotal
from ..models.dialogs import HELP, ITEMS, LIFE
from ..values import reliable_change
from ..values.scale_picture import Stones
from .hope_history import day_in_words

#: So many columns in the table: the first, and the latest.
_AT_MOST = 6
#: So many that were put right.
_PUT_RIGHT = 20

T = TypeVar("T")


@dataclass(frozen=True)
class Row:
    """One item, or one mean, over all fillings-in."""

    label: str
    numbers: list[float | None]
    change: reliable_change.Change | None
    stones: Stones | None = None

    @property
    def told(self) -> str:
        if self.change is None:
            return "not answered yet"
        first, latest = _figure(self.change.first), _figure(self.change.latest)
        many = sum(number is not None for number in self.numbers) > 1
        return f"{first}, then {latest}" if many else f"{latest}, answered once"

    @property
    def cells(self) -> list[str]:
        """Without those between the first and the latest ones."""
        return ["–" if n is None else _figure(n) for n in shortened(self.numbers)]


@dataclass(frozen=True)
class DialogSeen:
    dialogs: list[Dialog]
    items: list[Row]
    means: list[Row]

    @property
    def columns(self) -> list[Dialog]:
        return shortened(self.dialogs)

    @property
    def summary(self) -> str:
        """“Reliably better: job situation. Reliably worse: none.”"""
        better = _listed(self.items, reliable_change.Kind.BETTER)
        worse = _listed(self.items, reliable_change.Kind.WORSE)
        return f"Reliably better: {better}. Reliably worse: {worse}."

    @property
    def since(self) -> str:
        return day_in_words(self.dialogs[0].filled_at)


def dialogs_of(person: Person) -> DialogSeen:
    """Everything filled in that still counts, from the first on. One query."""
    rows = person.dialogs.current().in_order().select_related("by")
    dialogs = list(rows)
    return DialogSeen(
        dialogs,
        [_item(label, item, dialogs) for item, label in ITEMS.items()],
        [
            _mean("Quality of life (mean of the first eight)", LIFE, dialogs),
            _mean("Satisfaction with help (mean of the last three)", HELP, dialogs),
        ],
    )


def put_right(person: Person) -> list[tuple[Dialog, str]]:
    """Those that count no more, the latest first, each with its answers in words."""
    rows = person.dialogs.exclude(replaced_by=None).order_by("-filled_at", "-pk")
    return [(one, _answers(one)) for one in rows.select_related("by")[:_PUT_RIGHT]]


def totals_of(person: Person) -> list[Row]:
    """Typed totals, one row for each questionnaire that there is. One query."""
    typed = list(person.typed_totals.current())
    return [
        _total(scale, [one for one in typed if one.scale == scale])
        for scale in TypedTotal.Scale
        if any(one.scale == scale for one in typed)
    ]


def shortened(rows: Sequence[T]) -> list[T]:
    """The first and the latest ones."""
    if len(rows) <= _AT_MOST:
        return list(rows)
    return [rows[0], *rows[1 - _AT_MOST :]]


def _answers(dialog: Dialog) -> str:
    """“Job situation 3, friendships 5.”"""
    said = [f"{ITEMS[item]} {n}" for item, n in dialog.answers.items() if n is not None]
    return f"{', '.join(said).capitalize()}."


def _item(label: str, item: str, dialogs: Iterable[Dialog]) -> Row:
    numbers = [getattr(dialog, item) for dialog in dialogs]
    pair = reliable_change.between(numbers, reliable_change.DIALOG_ITEM)
    stones = Stones(1, 7, int(pair.first), int(pair.latest)) if pair else None
    return Row(label, numbers, pair, stones)


def _mean(label: str, items: Iterable[str], dialogs: Iterable[Dialog]) -> Row:
    numbers = [
        reliable_change.mean([getattr(one, item) for item in items]) for one in dialogs
    ]
    return Row(label, numbers, reliable_change.between(numbers, None))


def _total(scale: TypedTotal.Scale, typed: list[TypedTotal]) -> Row:
    numbers: list[float | None] = [float(one.total) for one in typed]
    threshold = reliable_change.REQOL if scale == TypedTotal.Scale.REQOL else None
    return Row(scale.label, numbers, reliable_change.between(numbers, threshold))


def _figure(number: float) -> str:
    return f"{Decimal(str(number)).normalize():f}"


def _listed(rows: Iterable[Row], kind: reliable_change.Kind) -> str:
    labels = [r.label.lower() for r in rows if r.change and r.change.kind == kind]
    return ", ".join(labels) or "none"
