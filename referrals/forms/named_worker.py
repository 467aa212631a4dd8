"""Who will be the key contact, and for whom."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from welcome.models import User

from ..models import Referral


class NameWorkerForm(forms.Form):
    """Those that are ticked go to one colleague."""

    def __init__(
        self,
        *args: Any,
        referrals: QuerySet[Referral],
        workers: QuerySet[User],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["referrals"] = forms.ModelMultipleChoiceField(
            label="Who do you want to hand over?",
            queryset=referrals,
            error_messages={
                "required": "Tick at least one person",
                "invalid_choice": "One of these has changed. Check the list and "
                "choose again",
            },
        )
        self.fields["worker"] = forms.ModelChoiceField(
            label="Who will take over?",
            queryset=workers,
            empty_label="Choose a colleague",
            error_messages={"required": "Choose who will take over"},
        )
