"""A team's own list: the file, and what each of its columns is."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ..access.workplaces import teams_led_by
from ..imports import date_columns
from ..imports.columns import FIELDS, what_is_wrong
from ..imports.reading import LARGEST
from ..imports.showing import LATER
from ..models import Import, ImportRow, Team, User
from ..values.date_order import Order
from ..values.numbers_from_outside import whole_number
from .plain_fields import drop_down, radios

_DATES = [
    ("day", "The day: 03/05/1992 is 3 May"),
    ("month", "The month: 03/05/1992 is 5 March"),
]
_WHY = {
    Order.AMBIGUOUS: "Those in figures alone could be read either way.",
    Order.MONTH_FIRST: "Some can only be month first, such as 05/25/1992.",
    Order.CONTRADICTORY: "Some can only be one way and some only the other. What "
    "does not fit is kept as a note.",
}
_LEAVE_OUT = "Leave it out"


class ListForm(forms.Form):
    """Choose the file; and the team, for whoever leads more than one."""

    file = forms.FileField(
        label="The list",
        help_text="An Excel or OpenDocument spreadsheet (.xlsx, .xls, .ods) or a CSV "
        "file. At most 25 MB. You can drop the file on this box.",
        error_messages={
            "required": "Choose the file first",
            "empty": "This file is empty.",
        },
        widget=forms.FileInput(
            attrs={"accept": ".xlsx,.xls,.ods,.csv,.txt,.tsv,text/csv"}
        ),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.file_name = ""
        self.teams = teams_led_by(user)
        if len(self.teams) > 1:
            self.fields["team"] = forms.ChoiceField(
                label="Whose list is it?",
                choices=[(str(team.pk), team.name) for team in self.teams],
            )

    def clean_file(self) -> bytes:
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise ValidationError(
                "This file is larger than 25 MB. Split it and upload each part."
            )
        self.file_name = file.name or "people.csv"
        content: bytes = file.read()
        return content

    @property
    def team(self) -> Team:
        """Call on a valid form."""
        chosen = self.cleaned_data.get("team", "")
        return next((t for t in self.teams if str(t.pk) == chosen), self.teams[0])


class ColumnsForm(forms.Form):
    """What each column is. Guessed at first, and anybody's to change."""

    def __init__(self, *args: Any, taken: Import, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        samples = _samples(taken)
        for place, heading in enumerate(taken.headings):
            self.fields[f"column-{place}"] = drop_down(
                heading,
                [("", _LEAVE_OUT), *FIELDS.items()],
                hint=f"For example: {samples[place]}" if samples[place] else "",
                initial=taken.columns[place],
            )
        self._doubtful = date_columns.doubtful(taken)
        for place, order in self._doubtful.items():
            self.fields[f"dates-{place}"] = radios(
                f"Dates under “{taken.headings[place]}”: which comes first?",
                _DATES,
                hint=_WHY[order],
                required=False,
                initial="month" if order == Order.MONTH_FIRST else "day",
            )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if not self.errors and (wrong := what_is_wrong(self.codes)):
            raise ValidationError(wrong)
        return said

    @property
    def codes(self) -> list[str]:
        said = self.cleaned_data
        return [said[name] for name in self.fields if name.startswith("column-")]

    @property
    def month_first(self) -> list[int]:
        """The places of columns whose dates have the month first."""
        return [place for place in self._doubtful if self._order(place) == "month"]

    def _order(self, place: int) -> str:
        name = f"dates-{place}"
        said: str = self.cleaned_data[name] or self.fields[name].initial
        return said


def _samples(taken: Import) -> list[str]:
    """The first words of each column, so that it can be told what it is."""
    rows = list(taken.rows.order_by("number").values_list("cells", flat=True)[:30])
    samples = []
    for place in range(len(taken.headings)):
        said = [cells[place] for cells in rows if len(cells) > place and cells[place]]
        samples.append(" · ".join(cell[:24] for cell in dict.fromkeys(said[:2])))
    return samples


def choices_in(posted: Mapping[str, str]) -> dict[int, str]:
    """What was chosen for each row, by its number; anything else is passed over.

    “Later” is an empty choice.
    """
    answers = {str(code): str(code) for code in ImportRow.Choice.values} | {LATER: ""}
    found = {}
    for name, value in posted.items():
        start, _, figures = name.partition("choice-")
        number = None if start else whole_number(figures)
        if number is not None and value in answers:
            found[number] = answers[value]
    return found


def choice_for_all(posted: Mapping[str, str]) -> str | None:
    """What one button chose for every row of the page; None where none was pressed."""
    answers: dict[str, str] = {"same": "same", "new": "new", LATER: ""}
    return answers.get(posted.get("all", ""))
