"""A letter: to whom, the words, and whether the person agreed."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ..models import Letter
from .once import OnceField
from .plain_fields import radios, text_box, text_line

#: Stands in a template where something is still to be written.
_GAP = "…"


class LetterForm(forms.Form):
    """To the person. What is typed is what stands on the paper."""

    once = OnceField()
    addressee = text_line("Who is it to?", "Write who it is to", most=120)
    address = text_box(
        "Their address",
        most=300,
        hint="As it should be on the envelope. You can leave it empty.",
    )
    words = text_box("The letter", "Write the letter", most=20_000, rows=18)

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        if _GAP in words:
            raise ValidationError(
                f"The letter still has gaps. Write something for each “{_GAP}”, or "
                "delete that line"
            )
        return words


class GpLetterForm(LetterForm):
    """To the GP: the person is asked first, or it says why not."""

    agreed = radios(
        "Did they agree that we write to their GP?",
        Letter.Agreed,
        "Choose whether they agreed",
    )
    why_not_agreed = text_box(
        "If not, why are we still writing?",
        most=500,
        rows=2,
        hint="For example: their life is in danger. They can read this.",
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("agreed") == Letter.Agreed.NO and not said.get("why_not_agreed"):
            self.add_error("why_not_agreed", "Write why we are still writing")
        if said.get("agreed") == Letter.Agreed.YES:
            said["why_not_agreed"] = ""
        return said
