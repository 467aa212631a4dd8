"""What editors are asked before a story is safe to show."""

from typing import Any

from django import forms

from welcome.forms.plain_fields import text_box, text_line

from ..models import MarkDecision

#: The buttons of a marked word.
REPLACE = "replace"
#: As many characters as the log of replacements holds.
_LOGGED = 200
_FOR_THE_LOG = "For the log, which only editors see."
_IN_PARTS = "Replace a part of it under “Replace other words”"


class ReplaceForm(forms.Form):
    """Other words in place of these, everywhere."""

    was = text_line("These words", "Write the words to replace", most=_LOGGED)
    became = text_line(
        "become",
        "Write what to say instead",
        hint="Another name, or a wider word: a market town, an old friend.",
        most=200,
    )
    why = text_line("Why", hint=_FOR_THE_LOG, most=120)


class MarkForm(forms.Form):
    """One marked word: replaced, kept because, or no identifier."""

    words = forms.CharField(widget=forms.HiddenInput)
    seen = forms.CharField(widget=forms.HiddenInput, max_length=32)
    became = text_line("Say instead", most=200)
    why = text_line("Why", hint="Needed if you keep it.", most=120)
    decision = forms.ChoiceField(
        choices=[(REPLACE, "Replace"), *MarkDecision.Kind.choices],
        widget=forms.HiddenInput,
        error_messages={"required": "Choose one of the buttons"},
    )

    def must_go(self) -> None:
        """Nothing is asked about keeping words that can’t stay."""
        self.fields["why"].help_text = _FOR_THE_LOG

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        decision = said.get("decision")
        if decision == REPLACE and not said.get("became"):
            self.add_error("became", "Write what to say instead")
        if decision == REPLACE and len(said.get("words", "")) > _LOGGED:
            self.add_error("became", "This is too long at once. " + _IN_PARTS)
        if decision == MarkDecision.Kind.KEPT and not said.get("why"):
            self.add_error("why", "Write why it can stay")
        return said


class ClearedForm(forms.Form):
    """No one can be recognised. `seen` is the fingerprint of what was looked at."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=32)
    public = text_box(
        "Could a stranger recognise anyone in it?",
        "Write whether a stranger could",
        hint="Think of newspapers, social media and a search for a few of the words.",
        most=1000,
    )
    known = text_box(
        "Could people who know them?",
        "Write whether people who know them could",
        hint="Family, neighbours, colleagues. Would the person mind?",
        most=1000,
    )
    staff = text_box(
        "Could staff recognise a patient, or themselves?",
        "Write whether staff could",
        most=1000,
    )
