"""What each user chooses for themselves."""

from django import forms

from .plain_fields import yes_or_no


class PersonalSettingsForm(forms.Form):
    """The arguments of `actions.choose_digest`."""

    wants_digest = yes_or_no(
        "Do you want an e-mail each working morning?",
        "Yes, at half past seven",
        "No",
        "Choose whether you want the e-mail",
        hint="It says how many things are on your Today page. It never says a name.",
    )
