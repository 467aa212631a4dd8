"""What all forms of this room are made of."""

from typing import Any

from django import forms


def box(label: str, required: str, rows: int = 3, hint: str = "") -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=hint,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": rows}),
        error_messages={"required": required},
    )


def choose(label: str, choices: Any, required: str, **more: Any) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label,
        choices=choices,
        widget=forms.RadioSelect,
        error_messages={"required": required},
        **more,
    )


class Tentative(forms.Form):
    """Its button `only` looks or searches: what is typed stays, nothing is done yet."""

    only = ""

    @property
    def is_tentative(self) -> bool:
        return self.only in self.data

    def full_clean(self) -> None:
        """Whoever only looks is not told what is missing."""
        super().full_clean()
        if self.is_tentative:
            self.errors.clear()

    def is_valid(self) -> bool:
        return super().is_valid() and not self.is_tentative
