"""A form with buttons that only look or search."""

from django import forms


class Tentative(forms.Form):
    """Its buttons `LOOKING` look or search: what is typed stays, nothing is done."""

    LOOKING = ("find", "look", "more_files", "more_offers")

    @property
    def is_tentative(self) -> bool:
        return any(button in self.data for button in self.LOOKING)

    def full_clean(self) -> None:
        """Looking is no reason to be told what is missing."""
        super().full_clean()
        if self.is_tentative:
            self.errors.clear()

    def is_valid(self) -> bool:
        return super().is_valid() and not self.is_tentative
