"""Asked of the person who ends what they agreed to."""

from django import forms

from welcome.forms.plain_fields import checkbox


class EndingForm(forms.Form):
    """Nothing has to be said. What is ticked is remembered."""

    never = checkbox("Don’t ask them for me again")
