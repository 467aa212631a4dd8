"""A form with a button that only looks or searches."""

from django import forms


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
