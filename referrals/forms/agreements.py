"""Asked of the person who ends what they agreed to."""

from django import forms


class EndingForm(forms.Form):
    """Nothing has to be said. What is ticked is remembered."""

    never = forms.BooleanField(label="Do not ask them again for me", required=False)
