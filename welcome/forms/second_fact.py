"""The second fact at a private door."""

from django import forms


class FactForm(forms.Form):
    """The word that was agreed on. The same question at every door."""

    fact = forms.CharField(
        label="The word that you agreed on",
        help_text="Capitals and blanks make no difference.",
        max_length=200,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "off",
                "autocapitalize": "none",
                "spellcheck": "false",
            }
        ),
        error_messages={"required": "Write the word that you agreed on"},
    )
