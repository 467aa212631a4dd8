"""DIALOG as it is asked, and the total of a questionnaire filled in elsewhere."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Any, TypedDict
from uuid import UUID

from django import forms
from django.utils import timezone

from ..models import Dialog, TypedTotal
from ..models.dialogs import HELP, ITEMS, LIFE
from .dates import DatePartsField
from .fields import PlainDecimalField
from .hopes import ScaleField
from .once import OnceField
from .plain_fields import checkbox, radios, text_line

#: What each number means: see docs/domain.md, “DIALOG”.
SAYS = {
    1: "totally dissatisfied",
    2: "very dissatisfied",
    3: "fairly dissatisfied",
    4: "in the middle",
    5: "fairly satisfied",
    6: "very satisfied",
    7: "totally satisfied",
}


def _day() -> DatePartsField:
    return DatePartsField(
        label="When was it filled in?",
        help_text="Leave it empty if it is today.",
        required=False,
        what="the day",
        first=date(2000, 1, 1),
        last=timezone.localdate,
    )


def _moment(day: date | None) -> datetime | None:
    """Noon of a day that is past; None for today, which is now."""
    if day is None or day == timezone.localdate():
        return None
    return timezone.make_aware(datetime.combine(day, time(12)))


class Filling(TypedDict):
    """The arguments of `actions.fill_in`."""

    once: UUID
    answers: dict[str, int | None]
    place: str
    filled_at: datetime | None
    replaces: Dialog | None


class Total(TypedDict):
    """The arguments of `actions.type_total`."""

    once: UUID
    scale: str
    total: Decimal
    filled_at: datetime | None
    is_slip: bool


class DialogForm(forms.Form):
    """Eleven rows of seven numbers. Any row can be left out, but not all."""

    once = OnceField()

    def __init__(
        self, *args: Any, corrects: Dialog | None = None, **kwargs: Any
    ) -> None:
        self.corrects = corrects
        if corrects:
            day = timezone.localdate(corrects.filled_at)
            known = {"day": day, "place": corrects.place}
            kwargs["initial"] = corrects.answers | known
        super().__init__(*args, **kwargs)
        for item, label in ITEMS.items():
            self.fields[item] = _row(label)
        self.fields["place"] = text_line("Where?", most=120, autocomplete="off")
        self.fields["day"] = _day()

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        if not any(said.get(item) or item in self.errors for item in ITEMS):
            raise forms.ValidationError("Answer at least one of the eleven")
        return said

    @property
    def about_life(self) -> list[Any]:
        return [self[item] for item in LIFE]

    @property
    def about_help(self) -> list[Any]:
        return [self[item] for item in HELP]

    def filling(self) -> Filling:
        """The arguments of `actions.fill_in`. Call on a valid form."""
        said = self.cleaned_data
        return {
            "once": said["once"],
            "answers": {item: said[item] for item in ITEMS},
            "place": said["place"],
            "filled_at": self._filled_at(said["day"]),
            "replaces": self.corrects,
        }

    def _filled_at(self, day: date | None) -> datetime | None:
        if self.corrects and day == timezone.localdate(self.corrects.filled_at):
            return self.corrects.filled_at
        return _moment(day)


def _row(label: str) -> ScaleField:
    field = ScaleField(
        1,
        7,
        says=SAYS,
        label=label,
        required=False,
        error_messages={"invalid_choice": f"{label}: choose a number from 1 to 7"},
    )
    field.choices = [*field.choices, ("", "Left out")]  # type: ignore[misc]
    return field


class TotalForm(forms.Form):
    """A total, and of what. The questions themselves stay on their own paper."""

    once = OnceField()
    scale = radios(
        "Which questionnaire?", TypedTotal.Scale, "Choose which questionnaire it was"
    )
    total = PlainDecimalField(
        label="Its total",
        max_digits=4,
        decimal_places=2,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
        error_messages={
            "required": "Write the total",
            "invalid": "Write the total in figures",
        },
    )
    day = _day()
    is_slip = checkbox("The last total was typed wrongly. Use this one instead")

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        scale, total = said.get("scale"), said.get("total")
        if scale and total is not None:
            self._refuse_out_of_reach(scale, total)
        return said

    def _refuse_out_of_reach(self, scale: str, total: Decimal) -> None:
        least, most = TypedTotal.REACH[scale]
        name = TypedTotal.Scale(scale).label
        if not least <= total <= most:
            self.add_error(
                "total", f"Check the total: {name} goes from {least} to {most}"
            )

    def typed(self) -> Total:
        """The arguments of `actions.type_total`. Call on a valid form."""
        said = self.cleaned_data
        return {
            "once": said["once"],
            "scale": said["scale"],
            "total": said["total"],
            "filled_at": _moment(said["day"]),
            "is_slip": said["is_slip"],
        }
