"""How the file of a list is to be read: its sheet, its letters, its headings."""

from typing import Any

from django import forms

from ..imports.file_choices import FileChoices, Offered
from ..imports.letters import WAYS
from ..imports.tables import Heading
from ..values.numbers_from_outside import whole_number
from .plain_fields import drop_down, radios

_NONE = "0"


class TableForm(forms.Form):
    """Where the table is. What needs no question is not asked."""

    heading = forms.ChoiceField(
        label="Which row has the headings?",
        error_messages={
            "required": "Choose the row with the headings",
            "invalid_choice": "Choose the row with the headings",
        },
    )
    two_lines = forms.BooleanField(
        label="The headings take up two rows", required=False
    )

    def __init__(self, *args: Any, offered: Offered, chosen: FileChoices) -> None:
        super().__init__(*args)
        first = offered.heading
        self.initial = {"heading": str(first.row), "two_lines": first.lines > 1}
        self.offered, self.chosen = offered, chosen
        rows = [(str(number), " · ".join(cells)) for number, cells in offered.rows]
        none = (_NONE, "There are no headings: the list begins in the first row")
        self.fields["heading"].choices = [*rows, none]  # type: ignore[attr-defined]
        if len(offered.sheets) > 1:
            self.fields["sheet"] = drop_down(
                "Which sheet is the list on?",
                [(one.name, _in_words(one)) for one in offered.sheets],
                initial=offered.sheet,
            )
        if offered.letters or chosen.letters:
            self.fields["letters"] = radios(
                "Which of these is spelt right?",
                [(way, f"{words} ({WAYS[way]})") for way, words in offered.letters],
                "Choose which is spelt right",
                initial=chosen.letters or offered.letters[0][0],
            )

    @property
    def choices(self) -> FileChoices:
        """What was chosen. Another sheet or letters: its headings are guessed again."""
        said = self.cleaned_data
        sheet = said.get("sheet", self.chosen.sheet)
        letters = said.get("letters", self.chosen.letters)
        is_other = sheet not in ("", self.offered.sheet) or (
            bool(letters) and letters != self._letters_shown
        )
        if is_other:
            return FileChoices(sheet, letters)
        row = whole_number(said["heading"]) or 0
        lines = 2 if said["two_lines"] and row else 1
        return FileChoices(sheet, letters, Heading(row, lines))

    @property
    def _letters_shown(self) -> str:
        first = self.offered.letters[0][0] if self.offered.letters else ""
        return self.chosen.letters or first


def _in_words(sheet: Any) -> str:
    rows = "1 row" if sheet.rows == 1 else f"{sheet.rows:,} rows"
    return f"{sheet.name} ({rows}{', hidden' if sheet.is_hidden else ''})"
