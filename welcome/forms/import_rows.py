"""One row of a list, written anew: a box for each of its columns."""

from typing import Any

from django import forms

from ..imports.columns import FIELDS, IN_PARTS
from ..models import ImportRow
from .plain_fields import text_box, text_line

_LONGEST = 20_000


class RowForm(forms.Form):
    """The cells of a row under their headings, as they are in the file at first."""

    def __init__(self, *args: Any, row: ImportRow, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        cells = [*row.cells, *[""] * len(row.of.headings)]
        for place, heading in enumerate(row.of.headings):
            code = row.of.columns[place]
            box = text_box if code in IN_PARTS else text_line
            self.fields[f"cell-{place}"] = box(
                heading,
                hint=f"Imported as: {FIELDS[code]}" if code else "Not imported",
                most=_LONGEST,
                initial=cells[place],
            )

    @property
    def cells(self) -> list[str]:
        """What each says now. Call on a valid form."""
        return [self.cleaned_data[name] for name in self.fields]
