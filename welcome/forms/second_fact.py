"""The second fact at a private door."""

from django import forms


class FactForm(forms.Form):
    """The word that was agreed on. The same question at every door."""

    fact = forms.CharField(
        label="Your agreed password word",
        help_text="Capital letters and spaces don’t matter.",
        max_length=200,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "none",
                "spellcheck": "false",
            }
        ),
        error_messages={"required": "Write the password word you agreed"},
    )
