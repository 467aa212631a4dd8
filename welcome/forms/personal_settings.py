"""What each user chooses for themselves."""

from typing import Any

from django import forms

from .plain_fields import yes_or_no


class PersonalSettingsForm(forms.Form):
    """The arguments of `actions.choose_shortcuts` and `actions.choose_digest`."""

    uses_shortcuts = yes_or_no(
        "Do you want to use single-key shortcuts?",
        "Yes",
        "No",
        "Choose whether you want shortcuts",
        hint="For example j for the next person, or 1 to accept. If you use speech "
        "recognition, choose “No”.",
    )
    wants_digest = yes_or_no(
        "Do you want an e-mail each working morning?",
        "Yes, at half past seven",
        "No",
        "Choose whether you want the e-mail",
        hint="It says how many things are on your Today page. It never says a name.",
    )

    def __init__(self, *args: Any, has_today: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_today:
            del self.fields["wants_digest"]
