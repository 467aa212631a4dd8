"""A day in three boxes, as people write it: figures, or the month in letters."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from ..values.date_words import MONTHS, month_named
from ..values.numbers_from_outside import whole_number

#: Where each part stands in the list that the widget gives and takes.
PARTS = ("day", "month", "year")
DAY, MONTH, YEAR = range(3)

#: A plan for a later day than this is a slip of the pen.
_AHEAD = timedelta(days=2 * 366)


def farthest() -> date:
    """The last day that anyone plans for."""
    return timezone.localdate() + _AHEAD


class DateParts(forms.MultiWidget):
    """Three boxes. What was typed comes back as it was typed, right or wrong."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        figures = {"inputmode": "numeric"}
        super().__init__([forms.TextInput(figures) for _ in PARTS], attrs)

    def decompress(self, value: Any) -> list[str]:
        if isinstance(value, date):
            return [str(value.day), str(value.month), str(value.year)]
        return ["", "", ""]

    def value_from_datadict(
        self, data: Mapping[str, Any], files: Any, name: str
    ) -> list[str]:
        return [str(data.get(f"{name}_{i}", "")).strip() for i in range(len(PARTS))]


class DatePartsField(forms.Field):
    """Cleans to a date, or to None where the day may stay empty and is.

    `first` and `last` are the outermost days that make sense, or functions that say
    them at the time of asking. `what` names the day in the errors: "the last day".
    """

    widget = DateParts

    def __init__(
        self,
        *,
        what: str = "the date",
        first: date | Callable[[], date] | None = None,
        last: date | Callable[[], date] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(**kwargs)
        self.what, self.first, self.last = what, first, last

    def clean(self, value: Any) -> date | None:
        parts: list[str] = list(value or ["", "", ""])
        if not any(parts):
            if self.required:
                raise _wrong(f"Write {self.what}, for example 27 3 2027", *range(3))
            return None
        self._refuse_gaps(parts)
        day = self._as_date(parts)
        self._refuse_out_of_reach(day)
        return day

    def has_changed(self, initial: Any, data: Any) -> bool:
        before = (
            initial if isinstance(initial, list) else DateParts().decompress(initial)
        )
        return before != list(data or ["", "", ""])

    def _refuse_gaps(self, parts: list[str]) -> None:
        gaps = [i for i, part in enumerate(parts) if not part]
        if gaps:
            missing = " and a ".join(PARTS[i] for i in gaps)
            raise _wrong(f"Add a {missing} to {self.what}", *gaps)

    def _as_date(self, parts: list[str]) -> date:
        year = _number(parts[YEAR])
        if year is None or not 1000 <= year <= 9999:
            raise _wrong(
                f"Write the year of {self.what} with four figures, like 2027", YEAR
            )
        month = month_number(parts[MONTH])
        if month is None:
            raise _wrong(
                f"Write the month of {self.what} as a number from 1 to 12, or its name",
                MONTH,
            )
        try:
            return date(year, month, _number(parts[DAY]) or 0)
        except ValueError:
            name = MONTHS[month - 1].capitalize()
            raise _wrong(f"Check the day: {name} {year} has no such day", DAY) from None

    def _refuse_out_of_reach(self, day: date) -> None:
        first, last = _said(self.first), _said(self.last)
        if first and day < first:
            raise _wrong(f"Choose {self.what} on or after {in_words(first)}", *range(3))
        if last and day > last:
            raise _wrong(f"Choose {self.what} on or before {in_words(last)}", *range(3))


def month_number(text: str) -> int | None:
    """The month that someone means, or None.

    >>> [month_number(t) for t in ("3", "03", "March", "mar.", "Sept", "13", "ju", "")]
    [3, 3, 3, 3, 9, None, None, None]
    """
    figure = _number(text)
    if figure is not None:
        return figure if 1 <= figure <= 12 else None
    return month_named(text.rstrip("."))


def in_words(day: date) -> str:
    """
    >>> in_words(date(2027, 3, 1))
    '1 March 2027'
    """
    return f"{day.day} {MONTHS[day.month - 1].capitalize()} {day.year}"


def _number(text: str) -> int | None:
    return whole_number(text, most=9999)


def _said(limit: date | Callable[[], date] | None) -> date | None:
    return limit() if callable(limit) else limit


def _wrong(words: str, *parts: int) -> ValidationError:
    """An error that also says which of the boxes to draw in red."""
    return ValidationError(f"{words}.", code="date", params={"parts": parts})
