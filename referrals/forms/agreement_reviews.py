"""What is asked about an agreement from before reading ended with the help."""

from typing import Any

from django import forms

from welcome.forms.plain_fields import radios, text_box

from ..models import AfterHelp


class ReviewForm(forms.Form):
    """Whether the partner can read on, and what the person said."""

    after_help = radios(
        "When their help ends, can they still read it?",
        AfterHelp,
        "Choose what the person said",
        initial=AfterHelp.ENDS,
    )
    words = text_box(
        "What did they say?",
        hint="Only needed where they want the partner to read on.",
        most=2000,
        rows=2,
        is_spoken=True,
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        reads_on = said.get("after_help") == AfterHelp.UNTIL
        if reads_on and not said.get("words") and not self.has_error("words"):
            self.add_error("words", "Write what they said when you asked.")
        return said
