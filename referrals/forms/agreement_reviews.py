"""What is asked about an agreement from before reading ended with the help."""

from typing import Any

from django import forms

from ..models import AfterHelp
from .layout import choose


class ReviewForm(forms.Form):
    """Whether the partner can read on, and what the person said."""

    after_help = choose(
        "When their help ends, can they still read it?",
        AfterHelp,
        "Choose what the person said",
        initial=AfterHelp.ENDS,
    )
    words = forms.CharField(
        label="What did they say?",
        help_text="Only needed where they want the partner to read on.",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2, "data-voice": "person"}),
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        reads_on = said.get("after_help") == AfterHelp.UNTIL
        if reads_on and not said.get("words") and not self.has_error("words"):
            self.add_error("words", "Write down what they said when you asked.")
        return said
